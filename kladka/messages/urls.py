from django.urls import path

from kladka.messages import views

app_name = "messages"
urlpatterns = [
    path("", views.messages, name="messages"),
    path("<int:message_id>/", views.message, name="message"),
    path("<int:message_id>/again/", views.again, name="again"),
    path("<int:message_id>/as-letter/", views.as_letter, name="as_letter"),
    path("<int:message_id>/returned/", views.returned, name="returned"),
    path("wordings/", views.wordings, name="wordings"),
    path("wordings/one/", views.wording, name="wording"),
    path("wordings/one/shipped/", views.as_shipped, name="as_shipped"),
]
