"""The files that search engines and language models look for: sitemap, robots and llms.txt."""

from xml.sax.saxutils import escape

from cert_model.catalog import Catalog
from cert_model.export.edition import stamp
from first_screen.document import Site
from first_screen.places import every_address
from ui.shell.visitor_code import ME

SITEMAP = "sitemap.xml"


def sitemap(catalog: Catalog, site: Site) -> bytes:
    """Every address that has a first screen of its own, with the date of the catalog."""
    day = stamp(catalog)["date"]
    urls = (
        f"<url><loc>{escape(site.address(address))}</loc><lastmod>{day}</lastmod></url>"
        for address in every_address(catalog)
    )
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *urls,
            "</urlset>\n",
        )
    ).encode()


def robots(site: Site) -> bytes:
    """That everything may be read, but for addresses that carry what a visitor said."""
    return "\n".join(
        (
            "User-agent: *",
            f"Disallow: /*?{ME}=",
            f"Disallow: /*&{ME}=",
            f"Sitemap: {site.address(SITEMAP)}\n",
        )
    ).encode()
