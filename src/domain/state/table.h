// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <iterator>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/state/field_versions.h"
#include "domain/state/tree.h"

namespace styrkedja {

// A thing as a state holds it: with the versions of the log that last changed its fields.
template <class T>
struct Held : T {
    FieldVersions versions;
};

// All things of one kind, sorted by id, as an immutable value. A copy costs a pointer; a changed copy shares all
// things but the changed one with what it came from. So every version of a municipality's state can be kept and read
// without a lock, and two versions are compared by looking only at what they do not share.
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
        std::vector<Tree::Item> plain;
        plain.reserve(items.size());
        for (Item& each : items) plain.push_back(plain_of(std::move(each)));
        Table table;
        table.tree_ = Tree::from(std::move(plain));
        return table;
    }

    std::size_t size() const { return tree_.size(); }
    bool empty() const { return tree_.size() == 0; }
    const Held<T>* find(std::string_view id) const { return typed(tree_.find(id)); }

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
    // The same done to this table itself.
    void put(Item item) { tree_.put(plain_of(std::move(item))); }
    bool remove(std::string_view id) { return tree_.remove(id); }

    class Iterator {
      public:
        using value_type = Held<T>;
        using difference_type = std::ptrdiff_t;
        using reference = const Held<T>&;
        using pointer = const Held<T>*;
        using iterator_category = std::forward_iterator_tag;
        Iterator() = default;
        explicit Iterator(Tree::Iterator at) : at_(at) {}
        reference operator*() const { return *typed((*at_).thing.get()); }
        pointer operator->() const { return typed((*at_).thing.get()); }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

      private:
        Tree::Iterator at_;
    };
    Iterator begin() const { return Iterator(Tree::Iterator(tree_)); }
    Iterator end() const { return Iterator(Tree::Iterator()); }

    // Calls see(before, after) for each id whose thing isn't the same object in both, null where there is none.
    template <class See>
    static void differences(const Table& before, const Table& after, const See& see) {
        Tree::differences(before.tree_, after.tree_, [&](const void* was, const void* is) { see(typed(was), typed(is)); });
    }

    // Do the two share that thing's storage? (For tests of sharing.)
    bool shares_with(const Table& other, std::string_view id) const { return find(id) && find(id) == other.find(id); }

  private:
    static const Held<T>* typed(const void* thing) { return static_cast<const Held<T>*>(thing); }
    static Tree::Item plain_of(Item item) {
        const std::string* id = &item->id.str();
        return {std::move(item), id};
    }

    Tree tree_;
};

}  // namespace styrkedja
