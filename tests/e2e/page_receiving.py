"""Papers on their way in: sent, refused, cut off, joined."""
import json

from selenium.webdriver.common.keys import Keys

from page_desk import CARD, SKEWED, Desk, check


class Receiving(Desk):
    def add(self, *paths):
        self.browser.one("#files").send_keys("\n".join(paths))
        self.browser.until("the tray", "return !document.getElementById('tray').hidden")

    def ids(self):
        return [each["id"] for each in json.loads(self.server.ask("/v1/documents?limit=200"))["documents"]]

    def sends_a_paper(self):
        b = self.browser
        self.add(SKEWED)
        check("Send has the focus", b.focused() == "send", b.focused())
        b.picture("tray")
        b.press(Keys.ENTER)
        b.until("it is opened when it is accepted", "return location.hash.length == 33")
        self.paper = self.opened()
        self.wait_for_fields()
        view = self.server.document(self.paper)
        check("the name of the file came along", view["files"][0]["file"] == "giay-khai-sinh.skew.jpg", view["files"])
        check("the list shows kind and owner", "Giấy khai sinh" in b.text("#documents") and "ĐỖ THỊ KIM LỤA" in b.text("#documents"),
              b.text("#documents"))
        check("status stands in words and as a shape", "Cần xem" in b.text("#documents .status") and b.all("#documents .status svg"))
        b.until("the first field that wants eyes has the focus", "return document.activeElement.matches('.field.review textarea')")
        check("fields have names people say", "Nơi sinh" in b.text(".fields") and "Mẹ" in b.text(".fields"))
        check("every field has a name for those who cannot see", b.js(
            "return [...document.querySelectorAll('input, textarea, button')].filter((e) => e.checkVisibility())"
            ".every((e) => (e.getAttribute('aria-label') || e.innerText || e.labels?.[0]?.innerText || '').trim())"))
        b.picture("review")

    def drops_and_pastes(self):
        b = self.browser
        self.go()
        b.until("the list", "return document.querySelectorAll('#documents button').length")
        files = ("const files = new DataTransfer(); files.items.add(new File([new Uint8Array([255, 216, 255, 224])], words[0], {type: 'image/jpeg'}));")
        b.module(files + "dispatchEvent(new DragEvent('dragenter', {dataTransfer: files, bubbles: true}));", "thả.jpg")
        check("a place to drop shows", b.one("#veil").is_displayed())
        b.module(files + "document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: files, bubbles: true, cancelable: true}));", "thả.jpg")
        check("what is dropped waits in the tray", "thả.jpg" in b.text("#tray") and not b.one("#veil").is_displayed(), b.text("#tray"))
        b.module(files + "document.body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: files, bubbles: true, cancelable: true}));", "image.png")
        check("so does what is pasted, under a name of its own", len(b.all("#tray li")) == 2 and "dan-" in b.text("#tray"), b.text("#tray"))
        b.one("#discard").click()
        check("and goes when discarded", not b.one("#tray").is_displayed())

    def is_told_what_is_refused(self):
        b = self.browser
        self.go()
        b.until("the list", "return document.querySelectorAll('#documents button').length")
        junk = self.folder + "/không phải ảnh.jpg"
        open(junk, "w").write("Đây không phải là ảnh.\n" * 100)
        self.add(junk)
        b.press(Keys.ENTER)
        b.until("a file that is no paper is told in words", "return document.querySelector('.upload.refused .line')")
        check("with what helps", len(b.text(".upload.refused .line").split(". ")) >= 2, b.text(".upload.refused"))
        b.picture("refused")
        large = self.folder + "/lớn.jpg"
        with open(large, "wb") as out:
            out.write(open(CARD, "rb").read(2000))
            out.truncate(25 << 20)
        b.one("#files").send_keys(large)
        b.until("a file too large is told before it is sent", "return document.getElementById('uploads').innerText.includes('20 MB')")
        for drop in b.all(".upload.refused button"):
            if drop.is_displayed():
                drop.click()
        check("both are dismissed", not b.all(".upload"))

    def loses_the_network(self):
        b = self.browser
        condition = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        before = len(self.ids())
        b.driver.execute_cdp_cmd("Network.enable", {})
        self.add(CARD)
        b.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {"offline": True, **condition})
        b.press(Keys.ENTER)
        b.until("no network is told", "return document.querySelector('.upload.pausing .line')?.innerText.includes('Tự gửi lại')")
        b.picture("offline")
        b.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {"offline": False, **condition})
        b.until("it goes on by itself", "return !document.querySelector('.upload')", 20)
        check("and makes one document", len(self.ids()) == before + 1)

    def sends_two_sides(self):
        b = self.browser
        self.go()
        b.until("the list", "return document.querySelectorAll('#documents button').length")
        self.add(CARD, CARD.replace("truoc", "sau"))
        check("each its own by default", b.one("#as-many").is_selected())
        b.one("#as-one").click()
        b.one("#dossier_code").send_keys("H29.17")
        b.picture("tray-two")
        b.one("#send").click()
        newest = b.until("both sides are one document", lambda: next(
            (each for each in self.ids()[:1] if len(self.server.document(each)["files"]) == 2), None))
        view = self.server.document(newest)
        check("in their order, with the dossier", view["dossier_code"] == "H29.17" and "truoc" in view["files"][1]["file"], view["files"])
        self.server.until_done(newest)
        self.open(newest)
        b.until("pages are turned", "return document.querySelector('.tools .label').innerText.includes('/2')")
        b.press(Keys.PAGE_DOWN, with_keys=(Keys.ALT,))
        b.until("by the keyboard", "return document.querySelector('.tools .label').innerText.includes('2/2')")
