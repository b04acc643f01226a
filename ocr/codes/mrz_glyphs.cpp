#include "ocr/codes/mrz_glyphs.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>

namespace sohoa::models {
std::span<const std::uint8_t> mrz_glyphs();
}

namespace sohoa::ocr {

namespace {

constexpr int first_maps = 12;
constexpr int second_maps = 24;
constexpr int hidden_units = 48;
constexpr int classes = static_cast<int>(mrz_alphabet.size()) + 1;

/// A layer's weights, output by output, and what is added.
struct Layer {
    int outputs = 0;
    int inputs = 0;  ///< weights of one output
    std::vector<float> weights;
    std::vector<float> bias;
};

/// Reads layers one after the other from the bytes that train_glyphs.py wrote.
class LayerReader {
public:
    explicit LayerReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    Layer next(int outputs, int inputs) {
        Layer layer{outputs, inputs, {}, {}};
        const std::vector<float> scales = floats(outputs);
        layer.bias = floats(outputs);
        const auto small = take(static_cast<std::size_t>(outputs) * static_cast<std::size_t>(inputs));
        layer.weights.reserve(small.size());
        for (std::size_t k = 0; k < small.size(); ++k) {
            const auto weight = static_cast<float>(static_cast<std::int8_t>(small[k]));
            layer.weights.push_back(weight * scales[k / static_cast<std::size_t>(inputs)]);
        }
        return layer;
    }

private:
    std::span<const std::uint8_t> take(std::size_t count) {
        if (bytes_.size() < count) throw std::logic_error("models/machine_zone/glyphs.bin is too short");
        const auto taken = bytes_.first(count);
        bytes_ = bytes_.subspan(count);
        return taken;
    }

    std::vector<float> floats(int count) {
        std::vector<float> values(static_cast<std::size_t>(count));
        const auto taken = take(values.size() * sizeof(float));
        std::memcpy(values.data(), taken.data(), taken.size());
        return values;
    }

    std::span<const std::uint8_t> bytes_;
};

struct Network {
    Layer first, second, hidden, last;
};

const Network& network() {
    static const Network loaded = [] {
        LayerReader reader(models::mrz_glyphs());
        Network all;
        all.first = reader.next(first_maps, 9);
        all.second = reader.next(second_maps, 9 * first_maps);
        all.hidden = reader.next(hidden_units, second_maps * (mrz_cell_width / 4) * (mrz_cell_height / 4));
        all.last = reader.next(classes, hidden_units);
        return all;
    }();
    return loaded;
}

/// Maps of one size, one after the other.
struct Maps {
    int width = 0;
    int height = 0;
    std::vector<float> values;

    const float* map(int k) const { return values.data() + static_cast<std::ptrdiff_t>(k) * width * height; }
    float* map(int k) { return values.data() + static_cast<std::ptrdiff_t>(k) * width * height; }
};

Maps maps_of(int count, int width, int height) {
    return {width, height,
            std::vector<float>(static_cast<std::size_t>(count) * static_cast<std::size_t>(width * height))};
}

/// Adds a map, each pixel with its eight neighbours weighed by `kernel` (row by row); outside is 0.
void add_filtered(const float* from, const float* kernel, int width, int height, float* to) {
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            const float weight = kernel[(dy + 1) * 3 + dx + 1];
            for (int y = std::max(0, -dy); y < std::min(height, height - dy); ++y) {
                const float* source = from + static_cast<std::ptrdiff_t>(y + dy) * width + dx;
                float* target = to + static_cast<std::ptrdiff_t>(y) * width;
                for (int x = std::max(0, -dx); x < std::min(width, width - dx); ++x) target[x] += weight * source[x];
            }
        }
    }
}

/// Each output map is the sum of all filtered inputs, what is below 0 is cut, and of four pixels the largest stays.
Maps convolved(const Maps& input, int inputs, const Layer& layer) {
    Maps whole = maps_of(layer.outputs, input.width, input.height);
    Maps half = maps_of(layer.outputs, input.width / 2, input.height / 2);
    for (int out = 0; out < layer.outputs; ++out) {
        float* map = whole.map(out);
        std::fill_n(map, input.width * input.height, layer.bias[static_cast<std::size_t>(out)]);
        for (int in = 0; in < inputs; ++in) {
            const float* kernel = layer.weights.data() + static_cast<std::ptrdiff_t>(out) * layer.inputs +
                                  static_cast<std::ptrdiff_t>(in) * 9;
            add_filtered(input.map(in), kernel, input.width, input.height, map);
        }
        float* small = half.map(out);
        for (int y = 0; y < half.height; ++y) {
            for (int x = 0; x < half.width; ++x) {
                const float* four = map + 2 * (static_cast<std::ptrdiff_t>(y) * input.width + x);
                const float most = std::max({four[0], four[1], four[input.width], four[input.width + 1]});
                small[y * half.width + x] = std::max(most, 0.0F);
            }
        }
    }
    return half;
}

std::vector<float> weighed(const std::vector<float>& input, const Layer& layer) {
    std::vector<float> output(layer.bias);
    for (int out = 0; out < layer.outputs; ++out) {
        const float* weights = layer.weights.data() + static_cast<std::ptrdiff_t>(out) * layer.inputs;
        float sum = 0;
        for (int in = 0; in < layer.inputs; ++in) sum += weights[in] * input[static_cast<std::size_t>(in)];
        output[static_cast<std::size_t>(out)] += sum;
    }
    return output;
}

}  // namespace

MrzJudgement judge_mrz_cell(const MrzCell& cell) {
    const Network& layers = network();
    const Maps picture{mrz_cell_width, mrz_cell_height, {cell.begin(), cell.end()}};
    const Maps edges = convolved(picture, 1, layers.first);
    const Maps shapes = convolved(edges, first_maps, layers.second);
    std::vector<float> units = weighed(shapes.values, layers.hidden);
    for (float& unit : units) unit = std::max(unit, 0.0F);
    const std::vector<float> outputs = weighed(units, layers.last);
    const float most = *std::max_element(outputs.begin(), outputs.end());
    float sum = 0;
    for (const float output : outputs) sum += std::exp(output - most);
    MrzJudgement judgement{};
    for (std::size_t k = 0; k < judgement.size(); ++k) judgement[k] = outputs[k] - most - std::log(sum);
    return judgement;
}

}  // namespace sohoa::ocr
