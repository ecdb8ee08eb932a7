// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <atomic>
#include <cassert>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/state/field_versions.h"

namespace styrkedja {

// A thing as a state holds it: with the versions of the log that last changed its fields.
template <class T>
struct Held : T {
    FieldVersions versions;
};

// All things of one kind, sorted by id, as an immutable value. A copy costs a pointer; a changed copy shares all
// things but the changed one, and all but three nodes of the tree that holds them, with what it came from. So
// every version of a municipality's state can be kept and read without a lock, and two versions are compared by
// looking only at what they do not share.
template <class T>
class Table {
  public:
    using Item = std::shared_ptr<const Held<T>>;

    Table() = default;

    // From things in any order, with distinct ids.
    static Table from(std::vector<T> things) {
        std::vector<Item> items;
        items.reserve(things.size());
        for (T& thing : things) items.push_back(std::make_shared<const Held<T>>(Held<T>{std::move(thing), {}}));
        return from_items(std::move(items));
    }

    static Table from_items(std::vector<Item> items) {
        auto before = [](const Item& a, const Item& b) { return a->id < b->id; };
        if (!std::is_sorted(items.begin(), items.end(), before)) std::sort(items.begin(), items.end(), before);
        Table table;
        table.size_ = items.size();
        if (items.empty()) return table;
        table.root_ = gathered<Root>(gathered_all<Branch>(gathered_all<Leaf>(std::move(items))));
        return table;
    }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

    const Held<T>* find(std::string_view id) const {
        if (!root_) return nullptr;
        const Leaf& leaf = *at(*at(*root_, id).node, id).node;
        auto it = place_in(leaf, id);
        return it != leaf.items.end() && (*it)->id.str() == id ? it->get() : nullptr;
    }

    // The table with that thing in it, in place of the one with its id if there is one.
    Table with(T thing) const {
        Table copy = *this;
        copy.put(std::make_shared<const Held<T>>(Held<T>{std::move(thing), {}}));
        return copy;
    }

    Table without(std::string_view id) const {
        Table copy = *this;
        copy.remove(id);
        return copy;
    }

    // The same done to this table itself. Nodes that no other table shares are changed in place.
    void put(Item item) {
        if (!root_) {
            *this = from_items({std::move(item)});
            return;
        }
        const std::string_view id = item->id.str();
        Root& root = own(root_);
        auto branch_at = index(root, id);
        Branch& branch = own(root.items[branch_at].node);
        auto leaf_at = index(branch, id);
        Leaf& leaf = own(branch.items[leaf_at].node);
        auto it = leaf.items.begin() + (place_in(leaf, id) - leaf.items.cbegin());
        if (it != leaf.items.end() && (*it)->id.str() == id) {
            *it = std::move(item);
        } else {
            leaf.items.insert(it, std::move(item));
            ++size_;
        }
        settle(branch, leaf_at);
        settle(root, branch_at);
    }

    bool remove(std::string_view id) {
        if (!find(id)) return false;
        Root& root = own(root_);
        auto branch_at = index(root, id);
        Branch& branch = own(root.items[branch_at].node);
        auto leaf_at = index(branch, id);
        Leaf& leaf = own(branch.items[leaf_at].node);
        leaf.items.erase(leaf.items.begin() + (place_in(leaf, id) - leaf.items.cbegin()));
        settle(branch, leaf_at);
        settle(root, branch_at);
        --size_;
        if (root.items.empty()) root_ = nullptr;
        return true;
    }

    class Iterator;
    Iterator begin() const { return Iterator(root_.get()); }
    Iterator end() const { return Iterator(nullptr); }

    // Calls see(before, after) for each id whose thing isn't the same object in both, null where there is none.
    template <class See>
    static void differences(const Table& before, const Table& after, const See& see) {
        if (before.root_ == after.root_) return;
        Iterator b = before.begin(), a = after.begin();
        while (true) {
            while (Iterator::skip_shared(b, a)) {}
            if (b.done() && a.done()) return;
            const int order = b.done() ? 1 : a.done() ? -1 : (*b).id.str().compare((*a).id.str());
            const Held<T>* was = order <= 0 ? &*b : nullptr;
            const Held<T>* is = order >= 0 ? &*a : nullptr;
            if (was != is) see(was, is);
            if (was) ++b;
            if (is) ++a;
        }
    }

    // Do the two share that thing's storage? (For tests of sharing.)
    bool shares_with(const Table& other, std::string_view id) const { return find(id) && find(id) == other.find(id); }

  private:
    static constexpr std::size_t most = 64;  // in a node that is made; twice that splits it

    struct Leaf {
        std::vector<Item> items;
        std::string_view first() const { return items.front()->id.str(); }
    };
    // A node of the level below, with its first id beside it so that a search need not go there.
    template <class Node>
    struct Child {
        std::string_view first;  // lies in the node's first thing
        std::shared_ptr<Node> node;
        Child() = default;
        explicit Child(std::shared_ptr<Node> below) : first(below->first()), node(std::move(below)) {}
    };
    template <class Below>
    struct Inner {
        std::vector<Child<Below>> items;
        std::string_view first() const { return items.front().first; }
    };
    using Branch = Inner<Leaf>;
    using Root = Inner<Branch>;

    template <class Node, class Items>
    static std::shared_ptr<Node> gathered(Items&& items) {
        auto node = std::make_shared<Node>();
        node->items = std::forward<Items>(items);
        return node;
    }

    // Nodes of at most `most` each.
    template <class Node, class Below>
    static std::vector<Child<Node>> gathered_all(std::vector<Below> items) {
        std::vector<Child<Node>> nodes;
        nodes.reserve(items.size() / most + 1);
        for (std::size_t i = 0; i < items.size(); i += most) {
            auto from = items.begin() + static_cast<std::ptrdiff_t>(i);
            auto to = items.begin() + static_cast<std::ptrdiff_t>(std::min(items.size(), i + most));
            nodes.emplace_back(gathered<Node>(
                std::vector<Below>(std::make_move_iterator(from), std::make_move_iterator(to))));
        }
        return nodes;
    }

    // The node, made this table's own.
    template <class Node>
    static Node& own(std::shared_ptr<Node>& node) {
        if (node.use_count() != 1) {
            node = std::make_shared<Node>(*node);
        } else {
            std::atomic_thread_fence(std::memory_order_acquire);  // what others read in it was before they let it go
        }
        return *node;
    }

    // After the child at that place changed: its first id, its division in two, its end.
    template <class Node>
    static void settle(Inner<Node>& inner, std::size_t at) {
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

    // The last child whose first id is not after the id; else the first.
    template <class Node>
    static std::size_t index(const Inner<Node>& inner, std::string_view id) {
        auto it = std::upper_bound(inner.items.begin(), inner.items.end(), id,
                                   [](std::string_view wanted, const Child<Node>& child) { return wanted < child.first; });
        return it == inner.items.begin() ? 0 : static_cast<std::size_t>(it - inner.items.begin() - 1);
    }
    template <class Node>
    static const Child<Node>& at(const Inner<Node>& inner, std::string_view id) { return inner.items[index(inner, id)]; }

    static auto place_in(const Leaf& leaf, std::string_view id) {
        return std::lower_bound(leaf.items.begin(), leaf.items.end(), id, [](const Item& item, std::string_view wanted) {
            return std::string_view(item->id.str()) < wanted;
        });
    }

    std::shared_ptr<Root> root_;
    std::size_t size_ = 0;

  public:
    class Iterator {
      public:
        using value_type = Held<T>;
        using difference_type = std::ptrdiff_t;
        using reference = const Held<T>&;
        using pointer = const Held<T>*;
        using iterator_category = std::forward_iterator_tag;
        Iterator() = default;
        explicit Iterator(const Root* root) : root_(root) { enter(); }
        reference operator*() const { return **item_; }
        pointer operator->() const { return item_->get(); }
        Iterator& operator++() {
            if (++item_ == end_) next_leaf();
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.item_ == b.item_; }
        bool done() const { return item_ == nullptr; }

        // Where both stand at the beginning of the same node, they go past it.
        static bool skip_shared(Iterator& a, Iterator& b) {
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

      private:
        const Branch& branch() const { return *root_->items[branch_].node; }
        const Leaf& leaf() const { return *branch().items[leaf_].node; }
        void next_leaf() {
            if (++leaf_ == branch().items.size()) {
                leaf_ = 0;
                ++branch_;
            }
            enter();
        }
        void enter() {
            if (!root_ || branch_ == root_->items.size()) {
                item_ = end_ = nullptr;
                return;
            }
            item_ = leaf().items.data();
            end_ = item_ + leaf().items.size();
        }

        const Root* root_ = nullptr;
        std::size_t branch_ = 0, leaf_ = 0;
        const Item* item_ = nullptr;
        const Item* end_ = nullptr;
    };
};

}  // namespace styrkedja
