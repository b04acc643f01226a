"""A server with a data folder of its own, and a browser that shows its page."""
import json
import os
import re
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

KEY = "0123456789abcdef0123456789abcdef"
SAMPLES = os.environ["SOHOA_SOURCE"] + "/samples/dossiers/"
SKEWED = SAMPLES + "ho-tich-khai-sinh/giay-khai-sinh.skew.jpg"
CARD = SAMPLES + "can-cuoc-cong-dan/mat-truoc.office.jpg"
UPRIGHT = SAMPLES + "xay-dung-giay-phep/giay-phep-xay-dung.stamp.jpg"
FORM = SAMPLES + "ho-tich-khai-sinh/to-khai-dang-ky-khai-sinh.office.jpg"
counts = {"passed": 0, "failed": 0}


def check(what, good, seen=""):
    counts["passed" if good else "failed"] += 1
    if not good:
        print(f"FAILED: {what}{f': {seen!r}' if seen != '' else ''}", flush=True)


def row(name):
    return f"document.getElementById('field-{name}')"


class Server:
    def __init__(self, work):
        self.work = work
        self.said = open(work + "/said", "w+")
        environment = dict(os.environ, SOHOA_API_KEY=KEY)
        self.process = subprocess.Popen(
            [os.environ["SOHOA"], "serve", "--data", work + "/data", "--port", "0", "-j", "2", "--min-free-megabytes", "1",
             "--max-upload-megabytes", "20"], stdout=self.said, stderr=open(work + "/log", "w"), env=environment)
        self.address = self._address()

    def _address(self):
        for _ in range(200):
            found = re.search(r"(http://\S+)/", open(self.work + "/said").read())
            if found:
                return found.group(1)
            time.sleep(0.1)
        raise SystemExit("the server does not start: " + open(self.work + "/log").read())

    def ask(self, path, method="GET", body=None, headers=None):
        request = urllib.request.Request(self.address + path, data=body, method=method,
                                         headers={"Authorization": "Bearer " + KEY, **(headers or {})})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()

    def document(self, document):
        return json.loads(self.ask(f"/v1/documents/{document}"))

    def fields(self, document):
        return {field["name"]: field for field in self.document(document)["fields"]}

    def post(self, content, name):
        """Posts a paper and waits until it is read; its id."""
        answer = json.loads(self.ask("/v1/documents?file_name=" + urllib.parse.quote(name), "POST", content))
        self.until_done(answer["id"])
        return answer["id"]

    def until_done(self, document):
        for _ in range(600):
            if self.document(document)["status"] in ("done", "failed"):
                return
            time.sleep(0.1)
        raise SystemExit("the server does not read " + document)

    def change(self, document, by, fields):
        self.ask(f"/v1/documents/{document}/fields", "PATCH", json.dumps({"by": by, "fields": fields}).encode())

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


class Browser:
    def __init__(self, program, driver, size=(1366, 768), folder="/tmp"):
        options = webdriver.ChromeOptions()
        options.binary_location = program
        for word in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars",
                     "--force-color-profile=srgb", "--lang=vi", "--window-size=%d,%d" % size):
            options.add_argument(word)
        options.add_experimental_option("prefs", {"download.default_directory": folder, "download.prompt_for_download": False})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(service=Service(driver), options=options)
        self.driver.set_script_timeout(60)
        self.size(*size)
        self.complaints = []

    def size(self, width, height, scale=1, phone=False):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": phone})
        self.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": phone})

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector):
        return self.js("return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText).join('\\n')", selector)

    def js(self, script, *words):
        return self.driver.execute_script(script, *words)

    def module(self, script, *words):
        """Runs an async function body; `words` is the list of what was given."""
        answer = self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1]; const words = [...arguments].slice(0, -1);"
            "(async () => {" + script + "})().then((value) => done({value}), (error) => done({error: String(error)}))", *words)
        if "error" in answer:
            raise AssertionError(answer["error"])
        return answer.get("value")

    def until(self, what, condition, seconds=30):
        """Waits until `condition()` is true and gives its value; a name or script may be a condition of the page."""
        end = time.time() + seconds
        value = None
        while time.time() < end:
            try:
                value = self.js(condition) if isinstance(condition, str) else condition()
            except Exception:  # what is asked for is not there yet
                value = None
            if value:
                return value
            time.sleep(0.05)
        self.picture("failed")
        raise AssertionError(f"waited in vain: {what}")

    def press(self, *keys, with_keys=()):
        """To whatever has the focus."""
        actions = webdriver.ActionChains(self.driver)
        for key in with_keys:
            actions.key_down(key)
        for key in keys:
            actions.send_keys(key)
        for key in reversed(with_keys):
            actions.key_up(key)
        actions.perform()

    def replace(self, text):
        self.press("a", with_keys=(Keys.CONTROL,))
        self.press(text)

    def focused(self, attribute="id"):
        return self.js("return document.activeElement.getAttribute(arguments[0])", attribute)

    def picture(self, name):
        folder = os.environ.get("SOHOA_PICTURES", "")
        if folder:
            self.driver.save_screenshot(f"{folder}/{name}.png")

    def errors(self):
        """What the page complained of; answers that are no success are told by the page itself."""
        for entry in self.driver.get_log("browser"):
            if entry["level"] == "SEVERE" and "Failed to load resource" not in entry["message"]:
                self.complaints.append(entry["message"])
        return self.complaints

    def quit(self):
        self.driver.quit()


class Desk:
    """Somebody at work with both."""

    def __init__(self, browser, server, folder):
        self.browser, self.server, self.folder = browser, server, folder

    def go(self, path="/"):
        self.browser.driver.get(self.server.address + path)

    def opened(self):
        return self.browser.js("return location.hash.slice(1)")

    def wait_for_fields(self):
        self.browser.until("fields appear", "return document.querySelectorAll('.field').length > 0", 60)
        self.browser.until("their pieces of paper are drawn",
                           "return [...document.querySelectorAll('.piece:not(.none) canvas')].every((c) => c.style.width)", 30)

    def open(self, document):
        """Opens a document as a link does; the page is loaded anew."""
        self.go("/#" + document)
        self.browser.driver.refresh()
        self.wait_for_fields()
