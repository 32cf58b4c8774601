"""Draws the picture that previews of links show: ``python -m scripts.preview_picture``."""

from playwright.sync_api import ViewportSize, sync_playwright

from first_screen.document import PICTURE_FILE
from scripts.chromium import FLAGS, find
from ui.home.view_model import HomeState
from ui.shell.resources import catalog
from ui.shell.window import MARK, PRODUCT

SIZE: ViewportSize = {"width": 1200, "height": 630}
_PAGE = """<body style="margin:0;background:#FBFAF7;color:#1B2733;font-family:Georgia,serif">
<div style="padding:90px 100px;height:450px;border-bottom:90px solid #0B5F59">
<p style="font-size:40px;margin:0"><img src="{mark}" alt="" height="64"
style="vertical-align:middle;margin-right:24px">{product}</p>
<h1 style="font-size:78px;line-height:1.15;margin:60px 0 40px">{question}</h1>
<p style="font:32px sans-serif;margin:0">A source and a date behind every figure.</p>
</div></body>"""


def main() -> None:
    """Draw the picture and write it where the app serves it from."""
    question = HomeState.model_construct().title(catalog())
    page_text = _PAGE.format(mark=MARK, product=PRODUCT, question=question)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        page = browser.new_page(viewport=SIZE)
        page.set_content(page_text)
        page.screenshot(path=PICTURE_FILE)
        browser.close()


if __name__ == "__main__":
    main()
