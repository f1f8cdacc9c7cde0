"""`baocao phim-tab`: the script that makes a shell's Tab key complete our commands."""

from __future__ import annotations

import click

from baocao.cli.grammar import VietnameseHelp

_SHELLS = ("bash", "zsh", "fish", "powershell")
_UNKNOWN = (
    "«{shell}». Gõ tên cửa sổ lệnh đang dùng: bash, zsh, fish (Linux, macOS) hoặc powershell (Windows)."
)


def _known(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if value.lower() not in _SHELLS:
        raise click.BadParameter(_UNKNOWN.format(shell=value), ctx, param)
    return value.lower()


@click.command("phim-tab", cls=VietnameseHelp)
@click.argument("shell", metavar="CỬA-SỔ-LỆNH", callback=_known)
def command(*, shell: str) -> None:
    """In đoạn lệnh để phím Tab điền nốt lệnh, tùy chọn, gói mẫu, tệp.

    CỬA-SỔ-LỆNH là bash, zsh, fish hoặc powershell. Ghi đoạn lệnh vào nơi cửa sổ lệnh đọc khi mở, một lần:

    \b
    bash        baocao phim-tab bash > ~/.baocao-phim-tab
                echo '. ~/.baocao-phim-tab' >> ~/.bashrc
    zsh         baocao phim-tab zsh > ~/.baocao-phim-tab
                echo '. ~/.baocao-phim-tab' >> ~/.zshrc
    fish        baocao phim-tab fish > ~/.config/fish/completions/baocao.fish
    powershell  Add-Content $PROFILE 'baocao phim-tab powershell | Out-String | Invoke-Expression'

    rồi mở cửa sổ lệnh mới.
    """
    from baocao.cli.completion import script

    click.echo(script(shell), nl=False)
