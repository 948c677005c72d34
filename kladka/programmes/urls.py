"""Addresses on the desk of what belongs to programmes themselves."""

from django.urls import path

from kladka.programmes.views import team

app_name = "programmes"
urlpatterns = [
    path("users/", team.users, name="users"),
    path("users/xlsx/", team.users_xlsx, name="users_xlsx"),
    path("users/add/", team.add_user, name="user_add"),
    path("users/<int:pk>/", team.user, name="user"),
    path("users/<int:pk>/role/", team.role, name="role"),
    path("users/<int:pk>/password/", team.password, name="user_password"),
    path("users/<int:pk>/second-factor/", team.factor, name="user_factor"),
    path("users/<int:pk>/sign-in/", team.sign_in, name="user_sign_in"),
    path("roles/<int:pk>/end/", team.role_end, name="role_end"),
]
