"""Commands of the project that stand outside the model, which does not know them."""

from collections.abc import Callable
from importlib.metadata import EntryPoint, PackageNotFoundError, distribution
from typing import Any

import typer
from typer.core import TyperGroup

OFFERS = "certlens.commands"
"""The entry points of the project that are such commands: each a function, as Typer takes it."""


class Commands(TyperGroup):
    """The commands of the model, and those that stand outside it, imported when they are asked for.

    The wheel has the model alone: there, such a command says where it can be had.
    """

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands, those outside the model last."""
        return [*super().list_commands(ctx), *_offers()]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command with a name; None where nobody has it."""
        own = super().get_command(ctx, cmd_name)
        return own or (_load(offer) if (offer := _offers().get(cmd_name)) else None)

    def invoke(self, ctx: Any) -> Any:
        """Run the command. A reader of the answer who hangs up is no failure, as for Typer."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            return 0  # what is not written yet meets the same end in ``main``


def _offers() -> dict[str, EntryPoint]:
    """The entry points by name; none where the project is not installed.

    To look through all that is installed would take a tenth of a second.
    """
    try:
        offers = distribution("certlens").entry_points.select(group=OFFERS)
    except PackageNotFoundError:
        return {}
    return {offer.name: offer for offer in offers}


def _load(offer: EntryPoint) -> Any:
    """The command behind an entry point."""
    try:
        function: Callable[..., Any] = offer.load()
    except ModuleNotFoundError:
        function = _say_where(offer)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(offer.name)(function)
    return typer.main.get_command(alone)


def _say_where(offer: EntryPoint) -> Callable[[], None]:
    """What stands for a command whose files are not there."""

    def refuse() -> None:
        """Needs the files of the app: run it in a checkout."""
        raise typer.TyperException(f"{offer.name} needs the files of the app: run it in a checkout")

    return refuse
