"""Looking through a document: the pieces of paper, the keyboard, the PDF."""
import base64
import difflib
import os
import time
import unicodedata

from selenium.webdriver.common.keys import Keys

from page_desk import CARD, UPRIGHT, Desk, check, row


def folded(text):
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())


def turned(jpeg):
    """The same file with an EXIF note that turns it a quarter clockwise: the scan as delivered lies on its side."""
    note = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    return jpeg[:2] + b"\xff\xe1" + (len(note) + 2).to_bytes(2, "big") + note + jpeg[2:]


class Review(Desk):
    def reads_snippet(self, name, wanted, what):
        """A piece of paper as it stands on the page, read by the server itself."""
        b = self.browser
        b.js(f"{row(name)}.focus()")
        picture = b.module(
            "const canvas = document.getElementById('field-' + words[0]).closest('.field').querySelector('canvas');"
            "const edge = 60, wide = document.createElement('canvas'); wide.width = canvas.width + 2 * edge; wide.height = canvas.height + 2 * edge;"
            "const pen = wide.getContext('2d'); pen.fillStyle = '#fff'; pen.fillRect(0, 0, wide.width, wide.height);"
            "pen.drawImage(canvas, edge, edge); return wide.toDataURL('image/png')", name)
        content = base64.b64decode(picture.split(",")[1])
        if os.environ.get("SOHOA_PICTURES"):
            open(f"{os.environ['SOHOA_PICTURES']}/snippet-{what}-{name}.png", "wb").write(content)
        document = self.server.post(content, "snippet.png")
        read = folded(self.server.ask(f"/v1/documents/{document}/text").decode())
        self.server.ask(f"/v1/documents/{document}", "DELETE")
        match = difflib.SequenceMatcher(None, read, folded(wanted), autojunk=False)
        share = sum(block.size for block in match.get_matching_blocks()) / max(1, len(folded(wanted)))
        check(f"{what}: the piece of {name} holds what is written there", share > 0.8, (read, folded(wanted)))

    def sees_the_right_pieces(self):
        b = self.browser
        b.size(1366, 768, scale=2)
        self.open(self.paper)
        self.reads_snippet("child.full_name", "ĐỖ THỊ KIM LỤA", "skewed")
        self.reads_snippet("mother.residence", self.server.fields(self.paper)["mother.residence"]["value"], "skewed")
        check("pieces of a skewed page are no higher than its lines", b.js(
            f"const c = {row('child.birth_place')}.closest('.field').querySelector('canvas'); return c.height < 0.2 * c.width"))
        b.picture("review-sharp")

        card = self.server.post(open(CARD, "rb").read(), "cccd.jpg")
        self.open(card)
        fields = self.server.fields(card)
        name = "holder.full_name" if "holder.full_name" in fields else "owner.full_name"
        self.reads_snippet(name, fields[name]["value"], "card")
        b.picture("card")

        paper = open(UPRIGHT, "rb").read()
        for what, content in (("upright", paper), ("turned", turned(paper))):
            document = self.server.post(content, what + ".jpg")
            outline = self.server.ask(f"/v1/documents/{document}/outline")
            check(f"{what}: the page lies as it should", (b'"orientation": 270' in outline) == (what == "turned"), outline)
            self.open(document)
            fields = self.server.fields(document)
            for name in ("work.name", "investor.full_name"):
                if name in fields:
                    self.reads_snippet(name, fields[name]["value"], what)
            b.until("the whole page is drawn", "return document.querySelector('.sheet canvas').height > 1000")
            check(f"{what}: the whole page stands upright", b.js(
                "const c = document.querySelector('.sheet canvas'); return c.height > c.width"))
            check(f"{what}: the place of the field is outlined", b.js(
                "const p = document.querySelector('.sheet polygon'); const r = p.getBoundingClientRect(), f = document.querySelector('.frame').getBoundingClientRect();"
                "return r.width > 5 && r.height > 3 && r.top > f.top && r.bottom < f.bottom"))
            b.picture(what)
        b.size(1366, 768)

    def works_by_keyboard(self):
        b = self.browser
        self.open(self.paper)
        b.until("a field has the focus", "return document.activeElement.matches('.field textarea')")
        first = b.focused()
        b.press(Keys.ENTER)
        b.until("the clerk's name is asked for", "return document.querySelector('dialog[open] #clerk-name')")
        b.press("Lê Thị Hoa", Keys.ENTER)
        name = first.removeprefix("field-")
        b.until("the field is confirmed", lambda: self.server.fields(self.paper)[name]["status"] == "confirmed")
        history = self.server.document(self.paper)["history"]
        check("with who did it", any(e["name"] == name and e["by"] == "Lê Thị Hoa" for e in history), history)
        b.until("the next field that wants eyes has the focus",
                "return document.activeElement.matches('.field.review textarea') && document.activeElement.id != '" + first + "'")
        check("the page shows it", b.until("confirmed", f"return {row(name)}.closest('.field').matches('.confirmed')"))

        b.js(f"{row('child.birth_place')}.focus()")
        b.replace("Bệnh viện Phụ sản")
        check("a change shows", b.js(f"return {row('child.birth_place')}.closest('.field').matches('.changed')"))
        b.press(Keys.ESCAPE)
        check("Escape brings the value back", "Phụ sản" not in b.js(f"return {row('child.birth_place')}.value"))
        b.replace("Bệnh viện Phụ sản Trung ương")
        b.press(Keys.ENTER)
        b.until("the correction is kept", lambda: self.server.fields(self.paper)["child.birth_place"]["value"] == "Bệnh viện Phụ sản Trung ương")
        b.js(f"{row('mother.birth_date')}.focus()")
        b.replace("hôm qua")
        b.press(Keys.ENTER)
        b.until("what is no date is refused in words",
                f"return {row('mother.birth_date')}.closest('.field').querySelector('p.wrong').innerText.includes('không phải là ngày')")
        b.picture("wrong-value")
        b.js(f"{row('mother.birth_date')}.focus()")
        b.press(Keys.ESCAPE)
        before = b.focused()
        b.press(Keys.ARROW_DOWN)
        check("down is the next field", b.focused() != before and b.focused().startswith("field-"))
        b.press(Keys.ARROW_UP)
        check("up is the field before", b.focused() == before, b.focused())
        b.press(Keys.TAB)
        check("Tab goes on too", b.focused() != before and b.focused().startswith("field-"), b.focused())
        check("the focus is seen", b.js("return getComputedStyle(document.activeElement).outlineWidth") == "3px")

        b.js(f"{row('child.birth_place')}.focus()")
        b.press("h", with_keys=(Keys.ALT,))
        b.until("the history of a field", "return document.querySelector('dialog table')?.innerText.includes('Phụ sản')")
        check("says who", "Lê Thị Hoa" in b.text("dialog"))
        b.picture("history")
        b.press(Keys.ESCAPE)
        b.press(Keys.ESCAPE)  # out of the field
        b.press("?")
        b.until("the keys are shown", "return document.querySelector('dialog .keys')")
        b.picture("keys")
        b.press(Keys.ESCAPE)
        b.press("/")
        check("/ goes to the search", b.focused() == "search", b.focused())

        b.js(f"{row('child.sex')}.focus()")
        b.press(Keys.ENTER, with_keys=(Keys.CONTROL,))
        b.until("all that is left is asked for once", "return document.querySelector('dialog #say-yes')")
        b.picture("confirm-rest")
        b.press(Keys.ENTER)
        b.until("the document is confirmed", lambda: self.server.document(self.paper)["state"] == "confirmed")
        b.until("and the page says so", "return document.getElementById('state').innerText.includes('Đã xác nhận')")
        check("what comes next has the focus", b.focused() == "next", b.focused())
        b.press("n", with_keys=(Keys.ALT,))
        b.until("the next document that wants eyes is opened", lambda: self.opened() not in ("", self.paper))

    def opens_the_pdf(self):
        b = self.browser
        self.open(self.paper)
        first = b.driver.current_window_handle
        b.press("p", with_keys=(Keys.ALT,))
        b.until("a tab of its own", lambda: len(b.driver.window_handles) == 2)
        b.driver.switch_to.window([each for each in b.driver.window_handles if each != first][0])
        b.until("shows the PDF", lambda: b.driver.current_url.startswith("blob:" + self.server.address))
        time.sleep(1)
        b.picture("pdf")
        check("as a PDF", b.js("return document.contentType") == "application/pdf", b.js("return document.contentType"))
        b.driver.close()
        b.driver.switch_to.window(first)
