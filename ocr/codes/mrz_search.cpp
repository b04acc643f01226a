#include "ocr/codes/mrz_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <utility>

namespace sohoa::ocr {

namespace {

constexpr double least_likely = 14;     // below the likeliest character of a place others are not weighed
constexpr double unknown_day = 3;       // what "<<" and "00" for a day or month nobody knows must make up for
constexpr double vietnamese_state = 2;  // mean cost of reading VNM for the state, from which on it is another's paper

struct Place {
    int line = 0;
    int position = 0;
};

/// What stands in one place, or together in several: digits that are printed twice, the two of a month.
struct Alternative {
    std::string text;
    double cost = 0;          ///< more than if each place were what it looks like most
    std::vector<int> sums{};  ///< what it adds to each check digit's sum, modulo ten
};

struct Variable {
    /// One for each character of an alternative: all places where that character stands.
    std::vector<std::vector<Place>> places;
    std::vector<Alternative> alternatives;
    double clearest = 0;  ///< cost of what each place looks like most, by itself
};

double judged(const MrzJudgements& cells, const Place& place, char c) {
    return cells[static_cast<std::size_t>(place.line)][static_cast<std::size_t>(place.position)][mrz_index(c)];
}

int value_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 0;
}

/// How a character at a place enters the sum of a check digit; the digit itself is taken from it.
int weight_in(const CheckDigit& digit, const Place& place) {
    if (digit.line == place.line && digit.position == place.position) return 9;
    constexpr std::array weights{7, 3, 1};
    std::size_t before = 0;
    for (const MrzRange& range : digit.covers) {
        if (range.line == place.line && place.position >= range.begin && place.position < range.end) {
            return weights[(before + static_cast<std::size_t>(place.position - range.begin)) % weights.size()];
        }
        before += static_cast<std::size_t>(range.end - range.begin);
    }
    return 0;
}

/// The grammar of one zone: its format, whose paper it is, and the check digits it has.
struct Grammar {
    MrzFormat format = MrzFormat::td1;
    MrzIssuer issuer = MrzIssuer::any;
    std::vector<CheckDigit> digits;
};

Grammar grammar_of(MrzFormat format, MrzIssuer issuer) {
    Grammar grammar{format, issuer, check_digits_of(format)};
    if (format == MrzFormat::td1 && issuer == MrzIssuer::any) {
        std::erase_if(grammar.digits, [](const CheckDigit& digit) { return digit.name == "optional_data"; });
    }
    return grammar;
}

bool is_within(const MrzRange& range, const Place& place) {
    return range.line == place.line && place.position >= range.begin && place.position < range.end;
}

/// The least cost of a place, whatever of these characters stands there.
double clearest_at(const MrzJudgements& cells, const Place& place, std::string_view alphabet) {
    double best = std::numeric_limits<double>::lowest();
    for (const char c : alphabet) best = std::max(best, judged(cells, place, c));
    return -best;
}

Variable variable_of(const Grammar& grammar, const MrzJudgements& cells, std::vector<Place> places) {
    Variable variable;
    const std::string_view alphabet =
        alphabet_at(grammar.format, places.front().line, places.front().position, grammar.issuer);
    for (const char c : alphabet) {
        double sum = 0;
        for (const Place& place : places) sum += judged(cells, place, c);
        variable.alternatives.push_back({std::string(1, c), -sum});
    }
    for (const Place& place : places) variable.clearest += clearest_at(cells, place, alphabet);
    variable.places.push_back(std::move(places));
    return variable;
}

/// A month or a day: two digits that mean something, or none.
Variable date_part(const MrzJudgements& cells, const Place& first, int most) {
    const Place second{first.line, first.position + 1};
    constexpr std::string_view digits = "0123456789";
    Variable variable{{{first}, {second}}, {}, 0};
    for (const Place& place : {first, second}) variable.clearest += clearest_at(cells, place, digits);
    const auto add = [&](const std::string& text, double extra) {
        variable.alternatives.push_back({text, extra - judged(cells, first, text[0]) - judged(cells, second, text[1])});
    };
    for (int number = 1; number <= most; ++number) {
        add({static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)}, 0);
    }
    add("00", unknown_day);
    add("<<", unknown_day);
    return variable;
}

/// Costs from what is clearest; the unlikely ones go. What each adds to the sums.
void weigh(const Grammar& grammar, Variable& variable) {
    double least = std::numeric_limits<double>::max();
    for (Alternative& each : variable.alternatives) {
        each.cost -= variable.clearest;
        least = std::min(least, each.cost);
        for (const CheckDigit& digit : grammar.digits) {
            int sum = 0;
            for (std::size_t k = 0; k < variable.places.size(); ++k) {
                for (const Place& place : variable.places[k]) sum += weight_in(digit, place) * value_of(each.text[k]);
            }
            each.sums.push_back(sum % 10);
        }
    }
    std::erase_if(variable.alternatives, [&](const Alternative& each) { return each.cost > least + least_likely; });
}

/// All places of a zone, in the order in which they are read.
std::vector<Variable> variables_of(const Grammar& grammar, const MrzJudgements& cells) {
    std::vector<Variable> variables;
    const bool card = grammar.format == MrzFormat::td1 && grammar.issuer == MrzIssuer::vietnam;
    const MrzRange number = range_of(grammar.format, MrzField::document_number);
    constexpr int to_second_print = 13;  // the last nine of the twelve digits
    for (int line = 0; line < line_count(grammar.format); ++line) {
        for (int position = 0; position < line_length(grammar.format); ++position) {
            const Place place{line, position};
            if (card && is_within({number.line, number.begin + to_second_print, number.end + to_second_print}, place))
                continue;
            const auto part_of = [&](MrzField field) {
                const MrzRange range = range_of(grammar.format, field);
                return is_within(range, place) ? position - range.begin : -1;
            };
            const int in_date = std::max(part_of(MrzField::birth_date), part_of(MrzField::expiry_date));
            if (in_date == 3 || in_date == 5) continue;
            if (in_date == 2 || in_date == 4) {
                variables.push_back(date_part(cells, place, in_date == 2 ? 12 : 31));
            } else if (card && is_within(number, place)) {
                variables.push_back(variable_of(grammar, cells, {place, {line, position + to_second_print}}));
            } else {
                variables.push_back(variable_of(grammar, cells, {place}));
            }
            weigh(grammar, variables.back());
        }
    }
    return variables;
}

bool is_checked(const Variable& variable) {
    return std::any_of(variable.alternatives.begin(), variable.alternatives.end(), [](const Alternative& each) {
        return std::any_of(each.sums.begin(), each.sums.end(), [](int sum) { return sum != 0; });
    });
}

void write(const Variable& variable, const Alternative& chosen, std::vector<std::string>& lines) {
    for (std::size_t k = 0; k < variable.places.size(); ++k) {
        for (const Place& place : variable.places[k])
            lines[static_cast<std::size_t>(place.line)][static_cast<std::size_t>(place.position)] = chosen.text[k];
    }
}

/// A way through the variables so far: the last alternative, and the way before it.
struct Step {
    double cost = 0;
    std::size_t alternative = 0;
    int state = 0;         ///< of the step before
    std::size_t rank = 0;  ///< among the ways to that state
};

/// The two cheapest ways to each state: the sums of all check digits, one decimal digit each.
using Ways = std::map<int, std::vector<Step>>;

void add_step(std::vector<Step>& ways, const Step& step) {
    constexpr std::size_t kept = 2;
    const auto place =
        std::upper_bound(ways.begin(), ways.end(), step, [](const Step& a, const Step& b) { return a.cost < b.cost; });
    ways.insert(place, step);
    if (ways.size() > kept) ways.pop_back();
}

int moved(int state, const std::vector<int>& sums) {
    int result = 0;
    int unit = 1;
    for (const int sum : sums) {
        result += (state / unit % 10 + sum) % 10 * unit;
        unit *= 10;
    }
    return result;
}

/// True where all sums that nothing is added to any more are as they must be: 0.
bool is_lawful(int state, const std::vector<bool>& closed) {
    for (const bool done : closed) {
        if (done && state % 10 != 0) return false;
        state /= 10;
    }
    return true;
}

/// The last variable that adds to each sum.
std::vector<std::size_t> last_of_sums(const std::vector<const Variable*>& variables, std::size_t sums) {
    std::vector<std::size_t> last(sums);
    for (std::size_t v = 0; v < variables.size(); ++v) {
        for (const Alternative& each : variables[v]->alternatives) {
            for (std::size_t k = 0; k < sums; ++k) {
                if (each.sums[k] != 0) last[k] = v;
            }
        }
    }
    return last;
}

struct Found {
    std::vector<std::size_t> alternatives;
    double cost = 0;
    double margin = 0;
};

/// The cheapest alternatives with which all sums are 0; none where there are none.
Found cheapest(const std::vector<const Variable*>& variables, std::size_t sums) {
    const std::vector<std::size_t> last = last_of_sums(variables, sums);
    std::vector<Ways> layers(variables.size() + 1);
    layers[0][0] = {Step{}};
    for (std::size_t v = 0; v < variables.size(); ++v) {
        std::vector<bool> closed(sums);
        for (std::size_t k = 0; k < sums; ++k) closed[k] = last[k] <= v;
        for (const auto& [state, ways] : layers[v]) {
            for (std::size_t a = 0; a < variables[v]->alternatives.size(); ++a) {
                const Alternative& each = variables[v]->alternatives[a];
                const int next = moved(state, each.sums);
                if (!is_lawful(next, closed)) continue;
                for (std::size_t rank = 0; rank < ways.size(); ++rank)
                    add_step(layers[v + 1][next], {ways[rank].cost + each.cost, a, state, rank});
            }
        }
    }
    Found found;
    const auto end = layers.back().find(0);
    if (end == layers.back().end()) return found;
    found.cost = end->second.front().cost;
    found.margin = end->second.size() > 1 ? end->second[1].cost - found.cost : least_likely;
    found.alternatives.resize(variables.size());
    const Step* step = &end->second.front();
    for (std::size_t v = variables.size(); v-- > 0;) {
        found.alternatives[v] = step->alternative;
        step = &layers[v].at(step->state)[step->rank];
    }
    return found;
}

std::vector<std::string> blank_lines(MrzFormat format) {
    const auto length = static_cast<std::size_t>(line_length(format));
    return std::vector<std::string>(static_cast<std::size_t>(line_count(format)), std::string(length, '<'));
}

const Alternative& likeliest(const Variable& variable) {
    return *std::ranges::min_element(variable.alternatives, {}, [](const Alternative& each) { return each.cost; });
}

MrzText checked_text(const Grammar& grammar, const MrzJudgements& cells) {
    const std::vector<Variable> variables = variables_of(grammar, cells);
    std::vector<const Variable*> checked;
    MrzText text{blank_lines(grammar.format)};
    for (const Variable& variable : variables) {
        if (is_checked(variable)) {
            checked.push_back(&variable);
        } else {
            write(variable, likeliest(variable), text.lines);
        }
    }
    const Found found = cheapest(checked, grammar.digits.size());
    if (found.alternatives.empty()) return {};
    for (std::size_t v = 0; v < checked.size(); ++v)
        write(*checked[v], checked[v]->alternatives[found.alternatives[v]], text.lines);
    text.cost = found.cost;
    text.margin = found.margin;
    return text;
}

/// Whose paper it is, by how well the cells of its state read as VNM.
MrzIssuer issuer_of(MrzFormat format, const MrzJudgements& cells) {
    const MrzRange state = range_of(format, MrzField::issuing_state);
    double cost = 0;
    for (int k = state.begin; k < state.end; ++k) {
        const MrzJudgement& cell = cells[static_cast<std::size_t>(state.line)][static_cast<std::size_t>(k)];
        const char wanted = alphabet_at(format, state.line, k, MrzIssuer::vietnam).front();
        cost += *std::max_element(cell.begin(), cell.end()) - cell[mrz_index(wanted)];
    }
    return cost < vietnamese_state * (state.end - state.begin) ? MrzIssuer::vietnam : MrzIssuer::any;
}

}  // namespace

MrzText checked_mrz_text(MrzFormat format, const MrzJudgements& cells) {
    const MrzIssuer issuer = issuer_of(format, cells);
    MrzText text = checked_text(grammar_of(format, issuer), cells);
    if (issuer == MrzIssuer::any) return text;
    // A paper of the state that keeps to ICAO alone.
    constexpr double narrow_grammar = 8;
    if (!text.lines.empty() && text.cost < narrow_grammar) return text;
    MrzText wide = checked_text(grammar_of(format, MrzIssuer::any), cells);
    return !wide.lines.empty() && holds(wide.lines) && (text.lines.empty() || wide.cost + narrow_grammar < text.cost)
               ? wide
               : text;
}

MrzText plain_mrz_text(MrzFormat format, const MrzJudgements& cells) {
    MrzText text{blank_lines(format)};
    const MrzIssuer issuer = issuer_of(format, cells);
    for (int line = 0; line < line_count(format); ++line) {
        for (int position = 0; position < line_length(format); ++position) {
            const std::string_view alphabet = alphabet_at(format, line, position, issuer);
            char best = '<';
            for (const char c : alphabet) {
                if (judged(cells, {line, position}, c) > judged(cells, {line, position}, best) ||
                    alphabet.find(best) == std::string_view::npos)
                    best = c;
            }
            text.lines[static_cast<std::size_t>(line)][static_cast<std::size_t>(position)] = best;
        }
    }
    return text;
}

}  // namespace sohoa::ocr
