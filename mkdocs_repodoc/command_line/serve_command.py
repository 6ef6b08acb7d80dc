"""`serve`: a preview that follows the files."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from mkdocs_repodoc.command_line.configured import configuration, configuration_option, with_remote


@click.command()
@configuration_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "-p",
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen on; 0 takes one that is free.",
)
@click.option("-o", "--open", "opens", is_flag=True, help="Open the site in a browser.")
def serve(*, config_file: Path | None, host: str, port: int, opens: bool) -> None:
    """Show the site while you work: pages follow the files.

    A page is made when it is asked for. When a documented file is saved, the site is built anew and
    open pages reload. Nothing is written but the cache. Only this machine is answered, unless
    --host says otherwise.
    """
    from mkdocs_repodoc.hosts.static.preview_server import (
        PreviewApplication,
        preview_server,
    )
    from mkdocs_repodoc.hosts.static.static_build import static_settings
    from mkdocs_repodoc.hosts.static.static_preview import StaticPreview
    from mkdocs_repodoc.preview.many_readers import quick_turns
    from mkdocs_repodoc.processes.isolation import trusted_imports

    configured = with_remote(configuration(config_file))
    settings = static_settings(configured)
    with trusted_imports(settings.root):
        preview = StaticPreview(configured, settings, logging.getLogger("mkdocs.plugins.repodoc"))
        application = PreviewApplication(preview.find, preview.builds)
        with preview_server(application, host, port) as server, quick_turns():
            try:
                preview.start()
                shown = f"[{host}]" if ":" in host else host
                address = f"http://{shown}:{server.server_port}/"
                click.echo(f"Serving {address}{preview.home}  (Ctrl+C stops)")
                if opens:
                    click.launch(f"{address}{preview.home}")
                server.serve_forever()
            finally:
                preview.stop()
