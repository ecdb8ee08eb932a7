// SPDX-License-Identifier: EUPL-1.2
#include "domain/state/tree.h"

#include <algorithm>
#include <atomic>

namespace styrkedja {

// Nodes of at most `most` each.
template <class Node, class Below>
std::vector<Tree::Child<Node>> Tree::gathered(std::vector<Below> items) {
    std::vector<Child<Node>> nodes;
    nodes.reserve(items.size() / most + 1);
    for (std::size_t i = 0; i < items.size(); i += most) {
        auto from = items.begin() + static_cast<std::ptrdiff_t>(i);
        auto to = items.begin() + static_cast<std::ptrdiff_t>(std::min(items.size(), i + most));
        auto node = std::make_shared<Node>();
        node->items.assign(std::make_move_iterator(from), std::make_move_iterator(to));
        nodes.emplace_back(std::move(node));
    }
    return nodes;
}

Tree Tree::from(std::vector<Item> items) {
    auto before = [](const Item& a, const Item& b) { return *a.id < *b.id; };
    if (!std::is_sorted(items.begin(), items.end(), before)) std::sort(items.begin(), items.end(), before);
    Tree tree;
    tree.size_ = items.size();
    if (items.empty()) return tree;
    tree.root_ = std::make_shared<Root>();
    tree.root_->items = gathered<Branch>(gathered<Leaf>(std::move(items)));
    return tree;
}

// The last child whose first id is not after the id; else the first.
template <class Node>
std::size_t Tree::index(const Inner<Node>& inner, std::string_view id) {
    auto it = std::upper_bound(inner.items.begin(), inner.items.end(), id,
                               [](std::string_view wanted, const Child<Node>& child) { return wanted < child.first; });
    return it == inner.items.begin() ? 0 : static_cast<std::size_t>(it - inner.items.begin() - 1);
}

std::size_t Tree::place_in(const Leaf& leaf, std::string_view id) {
    auto it = std::lower_bound(leaf.items.begin(), leaf.items.end(), id, [](const Item& item, std::string_view wanted) {
        return std::string_view(*item.id) < wanted;
    });
    return static_cast<std::size_t>(it - leaf.items.begin());
}

const void* Tree::find(std::string_view id) const {
    if (!root_) return nullptr;
    const Branch& branch = *root_->items[index(*root_, id)].node;
    const Leaf& leaf = *branch.items[index(branch, id)].node;
    const std::size_t at = place_in(leaf, id);
    return at != leaf.items.size() && *leaf.items[at].id == id ? leaf.items[at].thing.get() : nullptr;
}

// The node, made this tree's own.
template <class Node>
Node& Tree::own(std::shared_ptr<Node>& node) {
    if (node.use_count() != 1) {
        node = std::make_shared<Node>(*node);
    } else {
        std::atomic_thread_fence(std::memory_order_acquire);  // what others read in it was before they let it go
    }
    return *node;
}

// After the child at that place changed: its first id, its division in two, its end.
template <class Node>
void Tree::settle(Inner<Node>& inner, std::size_t at) {
    Node& node = *inner.items[at].node;
    if (node.items.empty()) {
        inner.items.erase(inner.items.begin() + static_cast<std::ptrdiff_t>(at));
        return;
    }
    inner.items[at].first = node.first();
    if (node.items.size() <= 2 * most) return;
    auto middle = node.items.begin() + static_cast<std::ptrdiff_t>(node.items.size() / 2);
    auto second = std::make_shared<Node>();
    second->items.assign(std::make_move_iterator(middle), std::make_move_iterator(node.items.end()));
    node.items.erase(middle, node.items.end());
    inner.items.insert(inner.items.begin() + static_cast<std::ptrdiff_t>(at) + 1, Child<Node>(std::move(second)));
}

void Tree::put(Item item) {
    if (!root_) {
        std::vector<Item> one;
        one.push_back(std::move(item));
        *this = from(std::move(one));
        return;
    }
    const std::string_view id = *item.id;
    Root& root = own(root_);
    const std::size_t branch_at = index(root, id);
    Branch& branch = own(root.items[branch_at].node);
    const std::size_t leaf_at = index(branch, id);
    Leaf& leaf = own(branch.items[leaf_at].node);
    const std::size_t at = place_in(leaf, id);
    if (at != leaf.items.size() && *leaf.items[at].id == id) {
        leaf.items[at] = std::move(item);
    } else {
        leaf.items.insert(leaf.items.begin() + static_cast<std::ptrdiff_t>(at), std::move(item));
        ++size_;
    }
    settle(branch, leaf_at);
    settle(root, branch_at);
}

bool Tree::remove(std::string_view id) {
    if (!find(id)) return false;
    Root& root = own(root_);
    const std::size_t branch_at = index(root, id);
    Branch& branch = own(root.items[branch_at].node);
    const std::size_t leaf_at = index(branch, id);
    Leaf& leaf = own(branch.items[leaf_at].node);
    leaf.items.erase(leaf.items.begin() + static_cast<std::ptrdiff_t>(place_in(leaf, id)));
    settle(branch, leaf_at);
    settle(root, branch_at);
    --size_;
    if (root.items.empty()) root_ = nullptr;
    return true;
}

void Tree::differences(const Tree& before, const Tree& after, const std::function<void(const void*, const void*)>& see) {
    if (before.root_ == after.root_) return;
    Iterator b(before), a(after);
    while (true) {
        while (Iterator::skip_shared(b, a)) {}
        if (b.done() && a.done()) return;
        const int order = b.done() ? 1 : a.done() ? -1 : (*b).id->compare(*(*a).id);
        const void* was = order <= 0 ? (*b).thing.get() : nullptr;
        const void* is = order >= 0 ? (*a).thing.get() : nullptr;
        if (was != is) see(was, is);
        if (was) ++b;
        if (is) ++a;
    }
}

bool Tree::Iterator::skip_shared(Iterator& a, Iterator& b) {
    if (a.done() || b.done()) return false;
    const Leaf& left = a.leaf();
    if (&left != &b.leaf() || a.item_ != left.items.data() || b.item_ != left.items.data()) return false;
    const bool whole_branch = a.leaf_ == 0 && b.leaf_ == 0 && &a.branch() == &b.branch();
    for (Iterator* each : {&a, &b}) {
        if (whole_branch) each->leaf_ = each->branch().items.size() - 1;
        each->next_leaf();
    }
    return true;
}

void Tree::Iterator::next_leaf() {
    if (++leaf_ == branch().items.size()) {
        leaf_ = 0;
        ++branch_;
    }
    enter();
}

void Tree::Iterator::enter() {
    if (!root_ || branch_ == root_->items.size()) {
        item_ = end_ = nullptr;
        return;
    }
    item_ = leaf().items.data();
    end_ = item_ + leaf().items.size();
}

}  // namespace styrkedja
