// SPDX-License-Identifier: EUPL-1.2
#include "app/sequencer.h"

namespace styrkedja::app {
namespace {

constexpr std::size_t most_in_batch = 1'000;
constexpr std::chrono::milliseconds idle(200);   // so long a change of another process may stay unseen if nobody asks

}  // namespace

Writer::Writer(std::unique_ptr<Sequencer> sequencer) : sequencer_(std::move(sequencer)), thread_([this] { work(); }) {}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

std::future<Outcome> Writer::submit(Command command) {
    Waiting waiting{std::move(command), {}};
    std::future<Outcome> outcome = waiting.outcome.get_future();
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(waiting));
    }
    changed_.notify_all();
    return outcome;
}

KnownPtr Writer::known(Version at_least, std::chrono::milliseconds wait) const {
    KnownPtr now = sequencer_->known();
    if (now->version >= at_least) return now;
    std::unique_lock lock(mutex_);
    wanted_ = std::max(wanted_, at_least);
    changed_.notify_all();
    changed_.wait_for(lock, wait, [&] { return (now = sequencer_->known())->version >= at_least; });
    return now;
}

void Writer::work() {
    std::vector<Command> commands;
    std::vector<std::promise<Outcome>> promises;
    while (true) {
        {
            std::unique_lock lock(mutex_);
            changed_.wait_for(lock, idle, [&] { return ending_ || !waiting_.empty() || wanted_ > sequencer_->known()->version; });
            if (ending_ && waiting_.empty()) return;
            while (!waiting_.empty() && commands.size() < most_in_batch) {
                commands.push_back(std::move(waiting_.front().command));
                promises.push_back(std::move(waiting_.front().outcome));
                waiting_.pop_front();
            }
        }
        if (commands.empty()) {
            try {
                sequencer_->follow();
            } catch (const store::Failure&) {
                // Readers go on with what is known; who writes is told.
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            }
        } else {
            std::vector<Outcome> outcomes = sequencer_->run(commands);
            for (std::size_t i = 0; i < promises.size(); ++i) promises[i].set_value(std::move(outcomes[i]));
            commands.clear();
            promises.clear();
        }
        {
            const std::lock_guard lock(mutex_);
            if (wanted_ <= sequencer_->known()->version) wanted_ = 0;
        }
        changed_.notify_all();
    }
}

}  // namespace styrkedja::app
