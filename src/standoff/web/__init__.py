"""Views -> pages: server-rendered, each with its JSON and CSV twins."""

from standoff.web.app import make_app
from standoff.web.server import serve

__all__ = ["make_app", "serve"]
