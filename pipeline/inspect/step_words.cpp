#include "pipeline/inspect/step_words.h"

#include <algorithm>
#include <array>
#include <string>

namespace sohoa::inspect {

StepWords words_for_step(std::string_view step) {
    static const std::array<StepWords, 21> all{{
        {"decode",
         {"Đọc tệp", "decode"},
         {"Ảnh đúng như tệp giao, sau EXIF và /Rotate.", "The scan as delivered, after EXIF and /Rotate."}},
        {"ink_grey",
         {"Xám theo mực", "grey by ink"},
         {"So với màu của chính tờ giấy: mực màu mờ đi, mực đen giữ nguyên.",
          "Judged against the paper's own tint: coloured ink fades, black ink stays."}},
        {"sheet",
         {"Tìm tờ giấy", "find the sheet"},
         {"Giấy khác nền ở độ sáng và màu; bốn cạnh được khớp bằng đường thẳng.",
          "Paper differs from the ground in brightness and colour; straight lines are fitted to its sides."}},
        {"survey",
         {"Ảnh khảo sát", "survey"},
         {"Khoảng 150 dpi, đã chia đều ánh sáng; mực thành đen trắng để đo chiều, độ nghiêng, cỡ chữ.",
          "About 150 dpi, light divided out; ink as black and white, to measure turn, skew and print."}},
        {"orientation",
         {"Chiều và độ nghiêng", "orientation and skew"},
         {"Dòng chạy theo hướng chữ đứng gần nhau; dấu tiếng Việt ở trên chữ; góc theo biên dạng mực (Postl).",
          "Lines run where letters stand closest; Vietnamese marks stand above; angle by ink profiles (Postl)."}},
        {"bend",
         {"Dòng cong", "bent lines"},
         {"Chân chữ của từng dòng cho biết giấy cong ở đâu.", "The feet of the letters tell where the paper bends."}},
        {"warp",
         {"Dựng thẳng", "level and scale"},
         {"Một lần lấy mẫu lại: xoay, dựng thẳng, cỡ chữ vừa để đọc.",
          "Resampled once: turned, levelled, scaled to the height of print that is read best."}},
        {"shading",
         {"Chia đều ánh sáng", "even light"},
         {"Chia cho độ sáng của giấy quanh đó.", "Divided by the brightness of the paper around."}},
        {"ground",
         {"Viền đen, lỗ đục", "borders and holes"},
         {"Mảng tối chạm mép, rộng hơn mọi nét chữ, thành trắng.",
          "Dark areas at the edge, wider than any stroke of print, become white."}},
        {"luma",
         {"Chữ in màu", "coloured print"},
         {"Độ sáng nơi có màu, để tìm con dấu và chữ in màu.", "Brightness where there is colour: seals and print."}},
        {"seals",
         {"Tìm con dấu", "find seals"},
         {"Vòng tròn 22–48 mm, bỏ phiếu theo hướng của mép mực.", "Rings of 22–48 mm, voted for by ink edges."}},
        {"coloured_print",
         {"Trả lại chữ in màu", "coloured print restored"},
         {"Chữ màu thành dòng, ngoài con dấu, được trả lại.", "Coloured letters in lines, outside seals, come back."}},
        {"grey_seals",
         {"Dấu xám", "grey seals"},
         {"Trong vòng dấu, nét không đen bằng chữ thì mờ đi.", "Within a ring, strokes paler than print fade."}},
        {"rules",
         {"Đường kẻ, bảng", "rules and tables"},
         {"Đường kẻ được nhấc khỏi ảnh đọc, giữ lại làm bảng.", "Rules leave the reading plane and stay as tables."}},
        {"check_boxes",
         {"Ô đánh dấu", "check boxes"},
         {"Khung vuông rỗng được nhấc ra, giữ lại trạng thái.", "Hollow squares are lifted out, their state is kept."}},
        {"leaders",
         {"Dòng chấm", "leaders"},
         {"Hàng chấm, gạch để điền được nhấc ra thành chỗ điền.", "Rows of dots and dashes become slots."}},
        {"specks",
         {"Bụi mực", "specks"},
         {"Đốm nhỏ hơn mọi dấu chữ được tẩy.", "What is smaller than any mark of a letter is lifted."}},
        {"whiten",
         {"Giấy trắng", "white paper"},
         {"Vân giấy, mực thấm mặt sau thành trắng.", "Grain and faint show-through become white."}},
        {"blank",
         {"Trang trắng?", "blank?"},
         {"Không còn mực đáng kể là trang trắng.", "A page without ink that counts is blank."}},
        {"quality",
         {"Chất lượng", "quality"},
         {"Độ nét, tương phản, lóa, mất góc, cỡ chữ.", "Sharpness, contrast, glare, missing corners, size of print."}},
        {"text", {"Đọc chữ", "text"}, {"Bố cục và nhận dạng.", "Layout and recognition."}},
    }};
    const auto known = std::find_if(all.begin(), all.end(), [&](const StepWords& each) { return each.step == step; });
    if (known != all.end()) return *known;
    return {step, {std::string(step), ""}, {}};
}

}  // namespace sohoa::inspect
