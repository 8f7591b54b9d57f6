"""Pages opened in headless Chromium, and what is to be seen of them from outside."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, sync_playwright

PHONE, DESKTOP = 375, 1280
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass
class Visit:
    """A page that was opened, and what it did by itself; `complaints` is what the console says."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        return self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")

    @property
    def ran(self) -> bool:
        """Whether a payload of the tests ran: each would set `window.ran`."""
        return self.page.evaluate("'ran' in window")


@contextmanager
def opened_browser(**environment: str) -> Iterator[Browser | None]:
    """Chromium, or None where there is none; `environment` is what it finds beside ours."""
    with sync_playwright() as playwright:
        browser = None
        for path in (*map(shutil.which, NAMES), playwright.chromium.executable_path):
            if path and not browser:
                # Our own pages, and often root in a container, where Chromium has no sandbox.
                with suppress(Error):  # Ubuntu's chromium is a stub where there is no snap
                    browser = playwright.chromium.launch(
                        executable_path=path,
                        args=["--no-sandbox"],
                        env={**os.environ, **environment},
                    )
        yield browser
        if browser:
            browser.close()


@contextmanager
def visit(browser: Browser, path: Path, width: int = DESKTOP) -> Iterator[Visit]:
    """Open a file in a window of a width; everything in it that folds is opened."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    seen = Visit(page)
    page.on("console", lambda message: seen.complaints.append(message.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("dialog", lambda dialog: seen.complaints.append(f"dialog: {dialog.message}"))
    page.on("request", lambda request: seen.requests.append(request.url))
    page.goto(path.resolve().as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    page.wait_for_timeout(100)  # for what would come late
    seen.requests = [url for url in seen.requests if not url.startswith(("file:", "data:"))]
    yield seen
    page.close()
