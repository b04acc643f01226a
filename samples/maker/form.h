#pragma once
#include <string>
#include <vector>

#include "samples/maker/agencies.h"
#include "samples/maker/handwriting.h"
#include "samples/maker/paper.h"
#include "samples/maker/people.h"

namespace sohoa::maker {

enum class Leader {
    none,      ///< values stand right after their labels
    dots,      ///< a row of full stops
    ellipses,  ///< a row of …
    fine,      ///< a dotted rule
};

struct FormLook {
    std::string family = "Liberation Serif";
    double points = 13;
    double line_gap = 2.0;  ///< mm between lines
    double left = 28, right = 18, top = 20;
    bool bordered = false;  ///< the letterhead keeps within the margins
    Leader leader = Leader::dots;
    bool by_hand = false;  ///< values are written, not typed
    bool values_bold = false;
    double width = 210, height = 297;
};

/// A look for forms that people fill in, and one for what software prints.
FormLook filled_in_look(Random& random);
FormLook issued_look(Random& random);

/// A label and what is filled in after it.
struct Slot {
    std::string label;
    std::string value;
    std::string field = {};   ///< name in the truth; empty: not a field
    std::string normal = {};  ///< normalised value; empty: the value itself
};

/// A form under the pen: writes downwards, keeps truth and marks, and becomes a paper.
class Form {
public:
    Form(std::string kind, FormLook look, int dpi, Random random);

    Sheet& sheet() { return sheets_.back(); }
    Truth& truth() { return paper_.truth; }
    Random& random() { return random_; }
    const FormLook& look() const { return look_; }
    TextStyle face(double points = 0) const;
    double left() const { return look_.left; }
    double width() const { return look_.width - look_.left - look_.right; }
    double y() const { return y_; }
    void move_to(double y) { y_ = y; }
    void skip(double mm) { y_ += mm; }
    /// Goes on between other margins: the second half of a sheet.
    void keep_within(double left, double right) {
        look_.left = left;
        look_.right = right;
    }

    /// Quốc hiệu and tiêu ngữ in the middle.
    void country();
    /// Letterhead in two columns; `number_line` as printed under the issuer, may be empty. The place line is left out
    /// without a date.
    void letterhead(const Agency& agency, const std::string& number_line, const Date& date);
    void title(const std::string& text, double points, Colour colour = black);
    void centred(const std::string& text, double points, bool bold = false, bool italic = false);
    void paragraph(const Runs& runs, double indent = 0);
    void paragraph(const std::string& text, double indent = 0) { paragraph(Runs{{text}}, indent); }
    /// Slots side by side, as many to a line as fit; the last value of a line runs on to the next line when it must.
    void line(const std::vector<Slot>& slots);
    /// "Có ☑ Không ☐": ticked where `choice` says. Boxes are no text.
    void choice(const std::string& label, const std::vector<std::string>& options, int ticked);
    /// A rule table of typed cells.
    void table(const std::vector<double>& shares, const std::vector<std::vector<std::string>>& rows);

    /// Words of a signature block centred on `x`, signed, with the name below. A seal is pressed when `seal` has words.
    /// Moves on below it.
    struct Signer {
        double x = 155;
        double width = 85;
        std::vector<std::string> titles;
        std::string hint;  ///< "(Ký, ghi rõ họ tên)"
        std::string name;
        SealWords seal;
        bool name_by_hand = false;
    };
    void sign(const Signer& signer);
    /// Notes "signer.mode", "signer.title" and "signer.name".
    void sign_truth(const std::vector<std::string>& titles, const std::string& name);
    /// Notes owner and signer of a paper that people fill in themselves.
    void owner_and_signer(const Person& owner, const Person& signer);

    void new_page();
    /// The finished paper. `seal` is for what is pressed over body text at the stamped levels.
    Paper finish(const SealWords& seal);

private:
    struct Lot;
    void write_slots(const std::vector<Slot>& slots);
    double value_width(const std::string& value) const;
    void write_value(const std::string& value, double x, double baseline);
    void leader(double from, double to, double baseline);
    std::string noted(const std::string& value) const;
    void tell(const Slot& slot);
    double line_height() const;

    FormLook look_;
    int dpi_;
    Random random_;
    Handwriting hand_;
    Paper paper_;
    std::vector<Sheet> sheets_;
    std::vector<std::vector<PlacedMark>> marks_{1};
    double y_;
};

/// Adds the parts of PERSON named in `parts` that the person has, under `prefix`.
void tell_person(Truth& truth, const std::string& prefix, const Person& person,
                 std::initializer_list<std::string_view> parts);

/// Notes whose paper it is; of a paper of several people, the one named first.
void tell_owner(Truth& truth, const Person& person);

}  // namespace sohoa::maker
