"""`healthlint completion`: completion scripts for shells."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from healthlint.cli.options import Named

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=Named(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    For bash, add to ~/.bashrc: eval "$(healthlint completion bash)". For zsh, the same in ~/.zshrc with
    zsh. For fish: healthlint completion fish > ~/.config/fish/completions/healthlint.fish
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"no completion for '{shell}'")
    root = ctx.find_root().command
    click.echo(kind(root, {}, "healthlint", "_HEALTHLINT_COMPLETE").source())
