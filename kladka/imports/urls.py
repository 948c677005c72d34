from django.urls import path

from kladka.imports import views

app_name = "imports"
urlpatterns = [
    path("programmes/<slug:key>/imports/", views.imports, name="imports"),
    path("imports/<int:pk>/mapping/", views.mapping, name="mapping"),
    path("imports/<int:pk>/", views.rehearsal, name="rehearsal"),
    path("imports/<int:pk>/marked/", views.marked, name="marked"),
    path("imports/<int:pk>/do/", views.take_in, name="take_in"),
    path("imports/<int:pk>/give-up/", views.leave, name="leave"),
    path("imports/done/<int:pk>/", views.imported, name="imported"),
    path("imports/done/<int:pk>/undo/", views.undo, name="undo"),
]
