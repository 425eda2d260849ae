"""The blueprint of all data, so that its modules need not know each other."""

from flask import Blueprint

blueprint = Blueprint("data", "web")
