from tests.routes import Public, Route

# The municipality of the tests has no colours of its own.
ROUTES: list[Route] = [Public("theme", build=lambda _world: ["none"], answers=404)]
