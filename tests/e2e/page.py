#!/usr/bin/env python3
"""An operator's work on the page, as it is done by hand: key, papers in, fields confirmed and corrected by the keyboard,
papers found again. Usage: page.py CHROMIUM CHROMEDRIVER FOLDER; environment SOHOA (the program), SOHOA_SOURCE (the tree);
SOHOA_PICTURES=FOLDER keeps pictures of what was seen."""
import sys
import time
import traceback

from selenium.webdriver.common.keys import Keys

from page_desk import CARD, FORM, KEY, Browser, Server, check, counts, row
from page_receiving import Receiving
from page_review import Review


class Work(Receiving, Review):
    def gives_the_key(self):
        b = self.browser
        self.go()
        b.until("the key is asked for", "return document.querySelector('dialog[open] #key')")
        check("the dialog says where the key is", "api-key" in b.text("dialog"))
        b.picture("key")
        b.press("wrong", Keys.ENTER)
        b.until("a wrong key is told", "return document.getElementById('key-wrong').textContent.includes('không đúng')")
        b.press(Keys.ESCAPE)
        b.press(Keys.ESCAPE)
        # A second Escape closes it in any case; it opens again at once.
        b.until("the dialog cannot be left", "return document.querySelectorAll('dialog[open] #key').length == 1")
        b.one("#key").click()
        b.replace(KEY)
        b.press(Keys.ENTER)
        b.until("the key is taken", "return !document.querySelector('dialog')")
        check("the key is kept for this tab only", b.js("return sessionStorage.length == 1 && !localStorage.getItem('sohoa-key')"))
        check("nothing there yet", b.until("the empty list", "return document.getElementById('nothing').innerText"))
        b.picture("empty")

    def is_not_fooled(self):
        b = self.browser
        evil = "<img src=x onerror=window.fooled=1>"
        document = self.server.post(open(CARD, "rb").read(), evil + ".jpg")
        self.server.change(document, evil, [{"name": "holder.residence", "value": evil, "add": True},
                                            {"name": "evil.<b>x</b>", "value": "<script>window.fooled=1</script>", "add": True}])
        self.open(document)
        b.until("the list", "return document.querySelectorAll('#documents button').length")
        check("markup stays text", evil in b.js(f"return {row('holder.residence')}.value") and evil in b.text("#review .facts"))
        b.js(f"{row('holder.residence')}.focus()")
        b.press("h", with_keys=(Keys.ALT,))
        b.until("in the history too", "return document.querySelector('dialog table')?.innerText.includes('onerror')")
        b.press(Keys.ESCAPE)
        time.sleep(0.2)
        check("nothing of it runs", b.js("return window.fooled === undefined && !document.querySelector('#review img, #documents img, dialog img')"))
        return document

    def deletes(self, document):
        b = self.browser
        self.open(document)
        b.one("#remove").click()
        b.until("asked first", "return document.querySelector('dialog #say-no')")
        check("No is the safe answer", b.focused() == "say-no", b.focused())
        b.press(Keys.ENTER)
        check("nothing happens", document in self.ids())
        b.one("#remove").click()
        b.until("asked again", "return document.querySelector('dialog #say-yes')")
        b.one("#say-yes").click()
        b.until("gone", lambda: document not in self.ids())
        b.until("from the page too", "return document.getElementById('review').hidden")

    def finds_without_marks(self):
        b = self.browser
        self.go()
        b.until("the list", "return document.querySelectorAll('#documents button').length > 1")
        b.press("/")
        b.press("do thi kim lua")
        b.until("her birth certificate and the form for it are found", "return document.querySelectorAll('#documents button').length == 2 && document.querySelectorAll('#documents .found').length == 2")
        check("where it stands", b.text("#documents").count("ĐỖ THỊ KIM LỤA") >= 2, b.text("#documents"))
        b.picture("search")
        b.press(Keys.ENTER, Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ENTER)
        b.until("opened by the keyboard", lambda: self.opened() in (self.paper, self.form))
        self.wait_for_fields()
        b.press("/", with_keys=(Keys.ALT,))
        check("Alt+/ goes to the search from a field", b.focused() == "search", b.focused())
        b.replace("khong co gi het")
        b.until("nothing is told", "return document.getElementById('nothing').innerText.includes('Không tìm thấy')")
        self.go()
        b.until("the list", "return document.querySelectorAll('#documents button').length > 1")
        b.one("#show-review").click()
        b.until("only those that want eyes", f"return [...document.querySelectorAll('#documents .status')].every((e) => e.innerText.includes('Cần xem'))")

    def speaks_english(self):
        b = self.browser
        self.open(self.paper)
        b.one("#language").click()
        check("the page speaks English", b.text("#choose") == "Add papers" and "Place of birth" in b.text(".fields"), b.text("#choose"))
        check("and says so", b.js("return document.documentElement.lang") == "en")
        b.driver.refresh()
        self.wait_for_fields()
        check("it is remembered", b.text("#choose") == "Add papers")
        b.picture("english")
        b.one("#language").click()
        check("and back", b.text("#choose") == "Thêm giấy tờ")

    def fits_small_screens(self):
        b = self.browser
        for name, width, height, phone in (("phone", 390, 844, True), ("zoomed", 683, 384, False), ("small-phone", 320, 640, True)):
            b.size(width, height, scale=2 if phone else 1, phone=phone)
            self.go()
            b.driver.refresh()
            b.until("the list", "return document.querySelectorAll('#documents button').length > 1")
            fits = "return document.documentElement.scrollWidth <= window.innerWidth && [...document.querySelectorAll('main *')].every((e) => e.closest('.frame, .choice') || e.getBoundingClientRect().right <= window.innerWidth + 1)"
            check(f"{name}: the list fits", b.js(fits))
            b.picture(name + "-list")
            check(f"{name}: the camera is at hand", b.one("#take").is_displayed() == phone)
            self.open(self.form)
            check(f"{name}: the document fits", b.js(fits))
            b.picture(name + "-document")
            b.js("document.querySelectorAll('.field textarea')[8].focus()")
            b.js("document.querySelector('.frame').scrollIntoView()")
            time.sleep(0.3)
            b.picture(name + "-page")
            if b.one("#back").is_displayed():
                b.js("document.getElementById('back').click()")
                b.until("back to the list", "return document.getElementById('documents').checkVisibility()")
        b.size(1366, 768)

    def locks(self):
        b = self.browser
        self.go()
        b.until("the list", "return document.querySelectorAll('#documents button').length > 1")
        b.one("#lock").click()
        b.until("the key is asked for again", "return document.querySelector('dialog[open] #key')")
        b.one("#keep-key").click()
        b.one("#key").send_keys(KEY + Keys.ENTER)
        b.until("open", "return !document.querySelector('dialog') && localStorage.getItem('sohoa-key')")
        check("the key stands in no address", KEY not in b.js("return JSON.stringify(performance.getEntries().map((e) => e.name))"))
        b.js("localStorage.setItem('sohoa-key', 'old')")
        b.driver.refresh()
        b.until("a key that is refused is asked for again", "return document.querySelector('dialog[open] #key-wrong')?.innerText.includes('không còn đúng')")

    def all_of_it(self):
        self.gives_the_key()
        self.sends_a_paper()
        self.sees_the_right_pieces()
        self.works_by_keyboard()
        self.opens_the_pdf()
        self.form = self.server.post(open(FORM, "rb").read(), "to-khai.jpg")
        self.drops_and_pastes()
        self.is_told_what_is_refused()
        self.loses_the_network()
        self.sends_two_sides()
        self.deletes(self.is_not_fooled())
        self.finds_without_marks()
        self.speaks_english()
        self.fits_small_screens()
        self.locks()
        check("the page never complained", self.browser.errors() == [], self.browser.errors())


def main():
    program, driver, folder = sys.argv[1:]
    server = Server(folder)
    browser = None
    try:
        browser = Browser(program, driver, folder=folder)
        Work(browser, server, folder).all_of_it()
    except Exception:
        check("to the end", False, traceback.format_exc())
        if browser:
            print("  the page said:", browser.errors(), browser.js("return document.body.innerText.slice(0, 2000)"))
    finally:
        if browser:
            browser.quit()
        server.stop()
    print(f"{counts['passed']} passed, {counts['failed']} failed")
    sys.exit(counts["failed"] > 0)


main()
