// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cassert>
#include <memory>
#include <string_view>
#include <vector>

namespace styrkedja {

// All things of one kind, sorted by id, as an immutable value. A copy costs a pointer; a changed copy shares all
// but one chunk with what it came from, so that every version of a municipality's state can be kept and read
// without a lock.
template <class T>
class Table {
  public:
    Table() = default;

    // From things in any order, with distinct ids.
    static Table from(std::vector<T> things) {
        std::vector<T*> places;
        places.reserve(things.size());
        for (T& thing : things) places.push_back(&thing);
        return from_places(std::move(places));
    }

    // The same of things that lie in different places, which are moved from. Sorted is where they lie, not the things.
    static Table from_places(std::vector<T*> things) {
        auto before = [](const T* a, const T* b) { return a->id < b->id; };
        if (!std::is_sorted(things.begin(), things.end(), before)) std::sort(things.begin(), things.end(), before);
        Chunks chunks;
        chunks.reserve(things.size() / most_in_chunk + 1);
        for (std::size_t i = 0; i < things.size(); i += most_in_chunk) {
            Chunk chunk;
            chunk.reserve(std::min(things.size() - i, most_in_chunk));
            for (std::size_t j = i; j < std::min(things.size(), i + most_in_chunk); ++j) chunk.push_back(std::move(*things[j]));
            chunks.push_back(std::make_shared<const Chunk>(std::move(chunk)));
        }
        return Table(std::move(chunks), things.size());
    }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

    const T* find(std::string_view id) const {
        std::size_t chunk = chunk_of(id);
        if (chunk == no_chunk) return nullptr;
        auto it = place_in(*(*chunks_)[chunk], id);
        return it != (*chunks_)[chunk]->end() && it->id.str() == id ? &*it : nullptr;
    }

    // The table with that thing in it, in place of the one with its id if there is one.
    Table with(T thing) const {
        Chunks chunks = chunks_ ? *chunks_ : Chunks();
        if (chunks.empty()) return from({std::move(thing)});
        std::size_t index = chunk_of(thing.id.str());
        if (index == no_chunk) index = 0;
        Chunk chunk = *chunks[index];
        auto it = chunk.begin() + (place_in(chunk, thing.id.str()) - chunk.cbegin());
        bool replaces = it != chunk.end() && it->id == thing.id;
        if (replaces) *it = std::move(thing);
        else chunk.insert(it, std::move(thing));
        if (chunk.size() > 2 * most_in_chunk) {
            auto middle = chunk.begin() + static_cast<std::ptrdiff_t>(chunk.size() / 2);
            Chunk rest(std::make_move_iterator(middle), std::make_move_iterator(chunk.end()));
            chunk.erase(middle, chunk.end());
            chunks.insert(chunks.begin() + static_cast<std::ptrdiff_t>(index) + 1,
                          std::make_shared<const Chunk>(std::move(rest)));
        }
        chunks[index] = std::make_shared<const Chunk>(std::move(chunk));
        return Table(std::move(chunks), size_ + (replaces ? 0 : 1));
    }

    Table without(std::string_view id) const {
        if (!find(id)) return *this;
        Chunks chunks = *chunks_;
        std::size_t index = chunk_of(id);
        Chunk chunk = *chunks[index];
        chunk.erase(chunk.begin() + (place_in(chunk, id) - chunk.cbegin()));
        if (chunk.empty()) chunks.erase(chunks.begin() + static_cast<std::ptrdiff_t>(index));
        else chunks[index] = std::make_shared<const Chunk>(std::move(chunk));
        return Table(std::move(chunks), size_ - 1);
    }

    class Iterator {
      public:
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using reference = const T&;
        using pointer = const T*;
        using iterator_category = std::forward_iterator_tag;
        Iterator() = default;
        Iterator(const std::vector<std::shared_ptr<const std::vector<T>>>* chunks, std::size_t chunk)
            : chunks_(chunks), chunk_(chunk) {}
        const T& operator*() const { return (*(*chunks_)[chunk_])[index_]; }
        const T* operator->() const { return &**this; }
        Iterator& operator++() {
            if (++index_ == (*chunks_)[chunk_]->size()) {
                ++chunk_;
                index_ = 0;
            }
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

      private:
        const std::vector<std::shared_ptr<const std::vector<T>>>* chunks_ = nullptr;
        std::size_t chunk_ = 0, index_ = 0;
    };
    Iterator begin() const { return Iterator(chunks_.get(), 0); }
    Iterator end() const { return Iterator(chunks_.get(), chunks_ ? chunks_->size() : 0); }

    // Do the two share that thing's storage? (For tests of sharing.)
    bool shares_with(const Table& other, std::string_view id) const { return find(id) && find(id) == other.find(id); }

  private:
    using Chunk = std::vector<T>;
    using Chunks = std::vector<std::shared_ptr<const Chunk>>;
    static constexpr std::size_t most_in_chunk = 128;
    static constexpr std::size_t no_chunk = static_cast<std::size_t>(-1);

    Table(Chunks chunks, std::size_t size) : size_(size) {
        if (!chunks.empty()) chunks_ = std::make_shared<const Chunks>(std::move(chunks));
    }

    // The last chunk whose first id is not after the id.
    std::size_t chunk_of(std::string_view id) const {
        if (!chunks_) return no_chunk;
        auto it = std::upper_bound(chunks_->begin(), chunks_->end(), id, [](std::string_view wanted, const auto& chunk) {
            return wanted < std::string_view(chunk->front().id.str());
        });
        return it == chunks_->begin() ? no_chunk : static_cast<std::size_t>(it - chunks_->begin() - 1);
    }

    static typename Chunk::const_iterator place_in(const Chunk& chunk, std::string_view id) {
        return std::lower_bound(chunk.begin(), chunk.end(), id, [](const T& thing, std::string_view wanted) {
            return std::string_view(thing.id.str()) < wanted;
        });
    }

    std::shared_ptr<const Chunks> chunks_;
    std::size_t size_ = 0;
};

}  // namespace styrkedja
