from tests.routes import Own, Public, Route

ROUTES: list[Route] = [
    Public("account_login"),
    Public("account_logout", answers=302),
    Public("account_inactive"),
    Public("mfa_authenticate", answers=302),  # only between password and code
    Public("mfa_login_webauthn", answers=302),
    Own("account_reauthenticate"),
    Own("account_change_password"),
    Own("mfa_index"),
    Own("mfa_activate_totp"),
    Own("mfa_list_webauthn"),
    Own("mfa_add_webauthn"),
    # These speak of a second factor that somebody has; nobody's own is 404, and another way of proof is offered.
    Own("mfa_deactivate_totp", answers=404),
    Own("mfa_view_recovery_codes", answers=404),
    Own("mfa_generate_recovery_codes"),
    Own("mfa_reauthenticate", answers=302),
    Own("mfa_reauthenticate_webauthn", answers=302),
    Own("mfa_edit_webauthn", build=lambda _world: [1], answers=404),
    Own("mfa_remove_webauthn", build=lambda _world: [1], answers=404),
]
