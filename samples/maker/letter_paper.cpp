#include "samples/maker/letter_paper.h"

#include <algorithm>

#include "base/vietnamese.h"
#include "samples/maker/flow.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += (text.empty() ? "" : " ") + line;
    return text;
}

/// The sizes of the letterhead go together: 12 with 13, 13 with 14.
struct Letterhead {
    double small;
    double large;
    double left_width;   ///< mm
    double right_width;  ///< mm
};

class LetterPrinter {
public:
    LetterPrinter(const Letter& letter, const LetterLook& look, int dpi, Random& random)
        : letter_(letter), look_(look), random_(random), flow_(look, dpi), dpi_(dpi) {}

    Paper print(int most_pages) {
        head();
        title();
        for (const auto& block : letter_.opening) flow_.write(block);
        body(most_pages);
        for (const auto& block : letter_.closing) flow_.write(block);
        end();
        return paper();
    }

private:
    TextStyle style(double points) const { return {.family = look_.family, .points = points}; }

    double centred_lines(const std::vector<std::string>& lines, const TextStyle& face, double x, double y,
                         double width) {
        for (const auto& line : lines) y = flow_.sheet().write(line, face, {x, y, width, 20}, {.align = Align::centre});
        return y;
    }

    void rule_below(const std::string& text, const TextStyle& face, double share, double x, double y, double width) {
        const double length = std::min(flow_.sheet().width_of(text, face), width) * share;
        flow_.sheet().rule(x + (width - length) / 2, y, x + (width + length) / 2, y, 0.25);
    }

    void head() {
        const Letterhead head{look_.body_points >= 14 ? 13.0 : 12.0, look_.body_points >= 14 ? 14.0 : 13.0, 0, 0};
        // The right column must hold the country's name on one line.
        const TextStyle country = style(head.small).bolded();
        const std::string name =
            random_.chance(0.6) ? "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" : "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        const double right_width = flow_.sheet().width_of(name, country) + 1.5;
        const double gap = 3;
        const double left_x = std::max(12.0, look_.left - random_.real(4, 12));
        const double right_x = 210 - look_.right + 4 - right_width;
        const double left_width = right_x - gap - left_x;
        const double top = look_.top;

        double y = centred_lines(letter_.issuer_parent, style(head.small), left_x, top, left_width);
        y = centred_lines(letter_.issuer, style(head.small).bolded(), left_x, y, left_width);
        rule_below(letter_.issuer.back(), style(head.small).bolded(), 0.42, left_x, y + 0.7, left_width);
        const double two_lines = 2 * Paragraph(flow_.sheet().ink(), {{"Ô"}}, country, 50, {}).line_height();
        const double number_y = std::max(y, top + two_lines) + 3.2;
        double left_end = flow_.sheet().write("Số: " + letter_.number + "/" + letter_.symbol, style(13),
                                              {left_x, number_y, left_width, 10}, {.align = Align::centre});
        if (letter_.title.empty())
            left_end = flow_.sheet().write("V/v " + letter_.summary, style(12),
                                           {left_x + 3, left_end + 1.6, left_width - 6, 30}, {.align = Align::centre});
        left_end = urgency(left_x, left_end, left_width);

        double right_y = centred_lines({name}, country, right_x, top, right_width);
        const TextStyle motto_style = style(head.large).bolded();
        right_y = centred_lines({"Độc lập - Tự do - Hạnh phúc"}, motto_style, right_x, right_y, right_width);
        rule_below("Độc lập - Tự do - Hạnh phúc", motto_style, 1.0, right_x, right_y + 0.7, right_width);
        const double right_end =
            flow_.sheet().write(letter_.place + ", " + in_words(letter_.date), style(head.large).slanted(),
                                {right_x - 2, number_y, right_width + 4, 10}, {.align = Align::centre});
        flow_.move_to(std::max(left_end, right_end) + 5);
    }

    double urgency(double x, double y, double width) {
        if (letter_.urgency.empty()) return y;
        // A printed box of the decree's sizes; rubber stamps of it stand with the seals.
        const double box = letter_.urgency == "KHẨN" ? 20 : letter_.urgency == "HOẢ TỐC" ? 30 : 40;
        const Rect rect{x + (width - box) / 2, y + 3, box, 8};
        flow_.sheet().frame(rect, 0.3, {0.8, 0.1, 0.1});
        flow_.sheet().write(letter_.urgency, style(13).bolded().coloured({0.8, 0.1, 0.1}),
                            {rect.x, rect.y + 1.1, box, 8}, {.align = Align::centre});
        return rect.bottom() + 1;
    }

    void title() {
        const double x = look_.left + 6;
        const double width = flow_.width() - 12;
        if (!letter_.title.empty()) {
            double y = centred_lines({letter_.title}, style(14).bolded(), x, flow_.y() + 1, width);
            const TextStyle face = style(look_.body_points).bolded();
            y = flow_.sheet().write(letter_.summary, face, {x, y, width, 60}, {.align = Align::centre});
            rule_below(letter_.summary, face, 0.36, x, y + 1.5, width);
            flow_.move_to(y + 5);
        }
        if (letter_.addressees.empty()) return;
        const TextStyle face = style(look_.body_points);
        if (letter_.addressees.size() == 1) {
            flow_.move_to(flow_.sheet().write("Kính gửi: " + letter_.addressees.front(), face,
                                              {look_.left, flow_.y() + 1, flow_.width(), 30},
                                              {.align = Align::centre}) +
                          4);
            return;
        }
        const double indent = look_.left + flow_.width() * 0.2;
        double y = flow_.sheet().write("Kính gửi:", face, {indent, flow_.y() + 1, flow_.width(), 10});
        for (std::size_t i = 0; i < letter_.addressees.size(); ++i)
            y = flow_.sheet().write("- " + letter_.addressees[i] + (i + 1 == letter_.addressees.size() ? "." : ";"),
                                    face, {indent + 18, y, flow_.width() * 0.8 - 18, 20});
        flow_.move_to(y + 4);
    }

    double closing_height() {
        double height = 0;
        for (const auto& block : letter_.closing) height += flow_.height_of(block);
        return height + end_height();
    }

    double end_height() const { return std::max(60.0, 9 + 4.8 * (static_cast<double>(letter_.recipients.size()) + 2)); }

    void body(int most_pages) {
        for (const auto& block : letter_.body) {
            const bool heads = block.kind == BlockKind::part || block.kind == BlockKind::point;
            const double reserve = closing_height() + (heads ? 25 : 0);
            if (flow_.pages() >= most_pages && flow_.y() + flow_.height_of(block) + reserve > flow_.bottom())
                continue;  // something shorter may still fit
            flow_.write(block);
        }
    }

    void end() {
        flow_.need(end_height());
        const double top = flow_.y() + 2;
        const double half = flow_.width() * 0.46;
        Sheet& sheet = flow_.sheet();
        double y = sheet.write(Runs{{"Nơi nhận:", true, true}}, style(12), {look_.left, top, half, 10});
        for (std::size_t i = 0; i < letter_.recipients.size(); ++i)
            y = sheet.write("- " + letter_.recipients[i] + (i + 1 == letter_.recipients.size() ? "." : ";"), style(11),
                            {look_.left, y, half, 20});

        const double x = look_.left + half + 2;
        const double width = flow_.width() - half - 2;
        y = centred_lines(letter_.signer, style(look_.body_points).bolded(), x, top, width);
        const double room = 26;
        signature_top_ = y;
        signature_left_ = x;
        signature_width_ = width;
        centred_lines({letter_.signer_name}, style(look_.body_points).bolded(), x, y + room, width);
    }

    Paper paper() {
        Paper paper;
        paper.dpi = dpi_;
        for (auto& sheet : flow_.sheets()) {
            PaperPage page;
            page.print = sheet.raster();
            paper.truth.text += sheet.text();
            paper.pages.push_back(std::move(page));
        }
        sign(paper.pages.back());
        for (auto& page : paper.pages) strays(page);
        fill_truth(paper.truth);
        return paper;
    }

    void sign(PaperPage& page) {
        PlacedMark signature{make_signature(dpi_, random_)};
        signature.x = signature_left_ + signature_width_ / 2 - signature.mark.width / 2 + random_.real(-3, 5);
        signature.y = signature_top_ + 13 - signature.mark.height / 2 + random_.real(-2, 2);
        PlacedMark seal{make_seal(letter_.seal, random_.real(34, 37), dpi_, random_)};
        // The seal covers about a third of the signature on its left (NĐ 30/2020, annex I, II.8).
        seal.x = signature.x + signature.mark.width / 3 - seal.mark.width + random_.real(-2, 3);
        seal.y = signature_top_ + 13 - seal.mark.height / 2 + random_.real(-3, 3);
        page.marks.push_back(std::move(signature));
        page.marks.push_back(std::move(seal));
    }

    void strays(PaperPage& page) {
        PlacedMark seal{make_seal(letter_.seal, random_.real(30, 38), dpi_, random_)};
        seal.x = random_.real(look_.left, 200 - look_.right - seal.mark.width);
        seal.y = random_.real(110, 200);
        PlacedMark signature{make_signature(dpi_, random_)};
        signature.x = std::clamp(seal.x + random_.real(-35, 45), look_.left, 205 - look_.right - signature.mark.width);
        signature.y = seal.y + random_.real(0, 20);
        page.strays.push_back(std::move(seal));
        page.strays.push_back(std::move(signature));
    }

    void fill_truth(Truth& truth) const {
        truth.kind = letter_.kind;
        truth.add("issuer_parent", joined(letter_.issuer_parent));
        truth.add("issuer", joined(letter_.issuer));
        truth.add("number", letter_.number);
        truth.add("symbol", letter_.symbol);
        truth.add("place", letter_.place);
        truth.add("date", letter_.date);
        truth.add("title", letter_.title);
        truth.add("summary", letter_.summary);
        for (std::size_t i = 0; i < letter_.bases.size(); ++i) {
            truth.add("bases[" + std::to_string(i) + "].number", letter_.bases[i].first);
            truth.add("bases[" + std::to_string(i) + "].date", letter_.bases[i].second);
        }
        if (letter_.addressees.size() == 1) truth.add("recipient", letter_.addressees.front());
        for (std::size_t i = 0; i < letter_.recipients.size(); ++i)
            truth.add("recipients[" + std::to_string(i) + "]", letter_.recipients[i]);
        truth.add("urgency", letter_.urgency);
        signer_truth(truth);
    }

    void signer_truth(Truth& truth) const {
        const std::string& first = letter_.signer.front();
        const auto dot = first.find(". ");
        if (dot != std::string::npos) truth.add("signer.mode", first.substr(0, dot + 1));
        truth.add("signer.title", letter_.signer.back());
        truth.add_name("signer.name", letter_.signer_name);
    }

    const Letter& letter_;
    const LetterLook& look_;
    Random& random_;
    Flow flow_;
    int dpi_;
    double signature_top_ = 0;
    double signature_left_ = 0;
    double signature_width_ = 0;
};

}  // namespace

Paper print(const Letter& letter, const LetterLook& look, int most_pages, int dpi, Random& random) {
    return LetterPrinter(letter, look, dpi, random).print(most_pages);
}

}  // namespace sohoa::maker
