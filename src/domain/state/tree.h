// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace styrkedja {

// What a Table is made of, without knowing of what type its things are: an immutable tree of three levels, sorted by
// id. A copy costs a pointer; a changed copy shares all but three nodes with what it came from.
class Tree {
  public:
    struct Item {
        std::shared_ptr<const void> thing;
        const std::string* id = nullptr;   // lies in the thing
    };

    static Tree from(std::vector<Item> items);   // in any order, with distinct ids

    std::size_t size() const { return size_; }
    const void* find(std::string_view id) const;

    // Done to this tree itself: nodes that no other tree shares are changed in place, others copied.
    void put(Item item);                // in place of the one with its id if there is one
    bool remove(std::string_view id);   // false: wasn't there

    // Calls see(before, after) for each id whose thing isn't the same object in both, null where there is none.
    static void differences(const Tree& before, const Tree& after, const std::function<void(const void*, const void*)>& see);

  private:
    static constexpr std::size_t most = 64;  // in a node that is made; twice that splits it

    struct Leaf {
        std::vector<Item> items;
        std::string_view first() const { return *items.front().id; }
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

    template <class Node, class Below>
    static std::vector<Child<Node>> gathered(std::vector<Below> items);
    template <class Node>
    static Node& own(std::shared_ptr<Node>& node);
    template <class Node>
    static void settle(Inner<Node>& inner, std::size_t at);
    template <class Node>
    static std::size_t index(const Inner<Node>& inner, std::string_view id);
    static std::size_t place_in(const Leaf& leaf, std::string_view id);

    std::shared_ptr<Root> root_;
    std::size_t size_ = 0;

  public:
    class Iterator {
      public:
        Iterator() = default;
        explicit Iterator(const Tree& tree) : root_(tree.root_.get()) { enter(); }
        const Item& operator*() const { return *item_; }
        Iterator& operator++() {
            if (++item_ == end_) next_leaf();
            return *this;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.item_ == b.item_; }
        bool done() const { return item_ == nullptr; }

        // Where both stand at the beginning of the same node, they go past it.
        static bool skip_shared(Iterator& a, Iterator& b);

      private:
        const Branch& branch() const { return *root_->items[branch_].node; }
        const Leaf& leaf() const { return *branch().items[leaf_].node; }
        void next_leaf();
        void enter();

        const Root* root_ = nullptr;
        std::size_t branch_ = 0, leaf_ = 0;
        const Item* item_ = nullptr;
        const Item* end_ = nullptr;
    };
};

}  // namespace styrkedja
