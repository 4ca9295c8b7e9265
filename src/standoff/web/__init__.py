"""Views -> pages: server-rendered, without scripts, each with its JSON twin."""

from standoff.web.app import make_app, serve

__all__ = ["make_app", "serve"]
