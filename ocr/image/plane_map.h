#pragma once
#include <optional>

#include "base/geometry.h"
#include "ocr/image/bend.h"

namespace sohoa::ocr {

/// A map from pixels of one plane to pixels of another: projective, and through the bend of the sheet where it has one.
/// Coordinates are continuous, as those of Transform.
class PlaneMap {
public:
    PlaneMap() = default;  ///< identity
    // A projective map is a map of planes: callers need not say so.
    PlaneMap(const Transform& map) : last_(map) {}  // NOLINT(google-explicit-constructor)
    /// First to the flat plane that the bend is of, then through the bend, then on.
    PlaneMap(const Transform& to_flat, const Bend& bend, const Transform& from_bent)
        : first_(to_flat), bend_(bend), last_(from_bent) {}

    bool is_bent() const { return bend_.has_value(); }
    /// The whole map where it is not bent.
    const Transform& projective() const { return last_; }

    /// First this, then `next`.
    PlaneMap then(const Transform& next) const;
    /// First `before`, then this.
    PlaneMap after(const Transform& before) const;

    Point apply(Point p) const;
    Quad apply(const Quad& quad) const;  ///< its corners
    /// The smallest box of whole pixels that holds what the box becomes, with its bent sides.
    Box around(const Box& box) const;

private:
    Transform first_;
    std::optional<Bend> bend_;
    Transform last_;
};

}  // namespace sohoa::ocr
