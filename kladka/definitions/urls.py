"""Addresses on the desk of a programme's definition and of its drafts."""

from django.urls import path

from kladka.definitions.views import deciding, definition, drafts

app_name = "definitions"
OF_ONE = "programmes/<slug:key>/definition"
DRAFT = "drafts/<int:draft_id>"
urlpatterns = [
    path(f"{OF_ONE}/", definition.definition, name="definition"),
    path(f"{OF_ONE}/file/", definition.file, name="file"),
    path(f"{OF_ONE}/amend/", drafts.amend, name="amend"),
    path(f"{OF_ONE}/load/", drafts.load_file, name="load"),
    path(f"{OF_ONE}/versions/<int:revision>/", definition.version, name="version"),
    path(f"{OF_ONE}/versions/<int:revision>/changes/", definition.version_changes, name="version_changes"),
    path("drafts/", drafts.drafts, name="drafts"),
    path(f"{DRAFT}/", drafts.draft, name="draft"),
    path(f"{DRAFT}/changes/", drafts.comparison, name="comparison"),
    path(f"{DRAFT}/file/", drafts.draft_file, name="draft_file"),
    path(f"{DRAFT}/import/", drafts.import_file, name="import_file"),
    path(f"{DRAFT}/catch-up/", drafts.catch_up, name="catch_up"),
    path(f"{DRAFT}/hand-in/", drafts.hand_in, name="hand_in"),
    path(f"{DRAFT}/take-back/", drafts.take_back, name="take_back"),
    path(f"{DRAFT}/withdraw/", drafts.withdraw, name="withdraw"),
    path(f"{DRAFT}/decision/", deciding.decide, name="decide"),
]
