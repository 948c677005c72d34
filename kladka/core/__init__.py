"""What knows nothing of the field: errors, clock, forms, words, charts, UI components, the embedded server.

Start in `errors.py` and `http.py`. Uses no other module of the product.
"""
