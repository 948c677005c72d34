"""The database backend of Django with a pool that notices dead connections without a question to the server.

Settings name it as ORIGINAL_BACKEND; `django_tenants` puts the choice of the schema on top.
"""
