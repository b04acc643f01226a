#include "pipeline/pdf/page_tree.h"

#include <set>
#include <vector>

namespace sohoa::pdf {

namespace {

struct Node {
    QPDFObjectHandle kids;
    int next = 0;
};

}  // namespace

void for_each_page(QPDF& pdf, const std::function<bool(QPDFObjectHandle page)>& look) {
    std::set<QPDFObjGen> seen;  // inner nodes: a tree that grows together or bites its tail is cut there
    std::vector<Node> path;
    const auto enter = [&](QPDFObjectHandle node) {
        if (node.isIndirect() && !seen.insert(node.getObjGen()).second) return;
        path.push_back({node.getKey("/Kids")});
    };
    QPDFObjectHandle root = pdf.getRoot().getKey("/Pages");
    if (root.isDictionary() && root.getKey("/Kids").isArray()) enter(root);
    while (!path.empty()) {
        Node& node = path.back();
        if (node.next >= node.kids.getArrayNItems()) {
            path.pop_back();
            continue;
        }
        QPDFObjectHandle kid = node.kids.getArrayItem(node.next++);
        if (!kid.isDictionary()) continue;
        if (kid.getKey("/Kids").isArray()) {
            enter(kid);
        } else if (!look(kid)) {
            return;
        }
    }
}

}  // namespace sohoa::pdf
