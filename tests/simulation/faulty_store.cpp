// SPDX-License-Identifier: EUPL-1.2
#include "simulation/faulty_store.h"

namespace styrkedja::simulation {
namespace {

using namespace store;
using Name = std::string_view;

class FaultyStore : public Store {
  public:
    FaultyStore(std::unique_ptr<Store> inner, std::shared_ptr<Weather> weather)
        : inner_(std::move(inner)), weather_(std::move(weather)) {}

    std::vector<std::string> municipalities() override { return calm("municipalities").municipalities(); }
    Version head(Name m) override { return calm("head").head(m); }
    void read_log(Name m, Version after, Version to, const std::function<bool(const LogRow&)>& see) override {
        calm("read_log").read_log(m, after, to, see);
    }
    std::optional<LogRow> log_row(Name m, Version version) override { return calm("log_row").log_row(m, version); }
    void log_rows(Name m, std::span<const Version> versions, const std::function<bool(const LogRow&)>& see) override {
        calm("log_rows").log_rows(m, versions, see);
    }
    std::optional<Version> find_command(Name m, Name command) override { return calm("find_command").find_command(m, command); }
    std::vector<Snapshot> snapshots(Name m) override { return calm("snapshots").snapshots(m); }
    std::optional<Blob> blob(Name m, Name hash) override { return calm("blob").blob(m, hash); }
    std::vector<BlobInfo> blobs(Name m) override { return calm("blobs").blobs(m); }
    std::vector<PageBundle> page_bundles(Name m) override { return calm("page_bundles").page_bundles(m); }
    std::optional<PageBundle> page_bundle(Name m, Name hash) override { return calm("page_bundle").page_bundle(m, hash); }
    void read_pages(Name m, Name bundle, std::uint64_t after, PageParts parts, const std::function<bool(const PageRow&)>& see) override {
        calm("read_pages").read_pages(m, bundle, after, parts, see);
    }
    std::vector<Draft> drafts(Name m, Name person) override { return calm("drafts").drafts(m, person); }
    std::vector<Job> jobs(Name m) override { return calm("jobs").jobs(m); }

    std::unique_ptr<Store> again() override { return faulty(calm("again").again(), weather_); }
    std::unique_ptr<Reader> frozen() override { return calm("frozen").frozen(); }
    Appended append(Name m, Version expected, std::span<const LogRow> rows, const Erasure& erasure) override;
    Version wait(Name m, Version past, std::chrono::milliseconds) override {
        return calm("wait").wait(m, past, std::chrono::milliseconds(0));
    }

    void put_snapshot(Name m, const Snapshot& snapshot) override { written("put_snapshot", &Store::put_snapshot, m, snapshot); }
    void drop_snapshot(Name m, Version version) override { written("drop_snapshot", &Store::drop_snapshot, m, version); }
    void put_blobs(Name m, std::span<const Blob> blobs) override { written("put_blobs", &Store::put_blobs, m, blobs); }
    void drop_blobs(Name m, std::span<const std::string> hashes) override { written("drop_blobs", &Store::drop_blobs, m, hashes); }
    void put_pages(Name m, Name bundle, std::span<const PageRow> pages, Time now) override {
        calm("put_pages").put_pages(m, bundle, pages, now);
    }
    void finish_pages(Name m, Name bundle, Name hash, Time now) override { calm("finish_pages").finish_pages(m, bundle, hash, now); }
    void drop_pages(Name m, Name bundle) override { calm("drop_pages").drop_pages(m, bundle); }
    void put_draft(Name m, const Draft& draft) override { written("put_draft", &Store::put_draft, m, draft); }
    void drop_draft(Name m, Name person, Name subject) override { written("drop_draft", &Store::drop_draft, m, person, subject); }
    void put_session(Name m, const Session& session) override { calm("put_session").put_session(m, session); }
    std::optional<Session> session(Name m, Name token, Time now) override { return calm("session").session(m, token, now); }
    void drop_session(Name m, Name token) override { calm("drop_session").drop_session(m, token); }
    void drop_expired_sessions(Name m, Time now) override { calm("drop_expired_sessions").drop_expired_sessions(m, now); }
    bool add_job(Name m, const Job& job) override { return calm("add_job").add_job(m, job); }
    std::optional<Job> take_job(Name m, Name worker, Time now, Time until) override {
        return calm("take_job").take_job(m, worker, now, until);
    }
    bool finish_job(Name m, Name id, Name worker, Name outcome) override { return calm("finish_job").finish_job(m, id, worker, outcome); }
    void sweep() override { calm("sweep").sweep(); }

  private:
    [[noreturn]] void fail(Failure::Kind kind, Name call, Name when) {
        weather_->say("      " + std::string(call) + " fails " + std::string(when));
        throw Failure(kind, Problem{"store_disk_fails", Severity::error, {}, {{"place", "simulation"}, {"detail", std::string(call)}}});
    }

    // Does a fault strike now? Only where the memory store has none of its own.
    bool strikes() { return weather_->memory && weather_->fault_one_in > 0 && weather_->random->chance(weather_->fault_one_in); }
    bool dies() { return strikes() && weather_->random->chance(4); }

    void arrive(Name call) {
        if (weather_->before) weather_->before();
        if (dies()) weather_->dead = true;
        if (weather_->dead) fail(Failure::Kind::unavailable, call, "for its process is gone");
    }

    // The store, when the call comes through to it.
    Store& calm(Name call) {
        arrive(call);
        if (strikes()) fail(Failure::Kind::unavailable, call, "");
        return *inner_;
    }

    // What is written beside the log is there when the call returns; what throws has written nothing.
    template <class... Args, class... Given>
    void written(Name call, void (Store::*what)(Args...), Given&&... given) {
        arrive(call);
        if (strikes()) fail(weather_->random->chance(2) ? Failure::Kind::full : Failure::Kind::unavailable, call, "");
        (inner_.get()->*what)(std::forward<Given>(given)...);
        if (dies()) {
            weather_->dead = true;
            fail(Failure::Kind::unavailable, call, "when it has written: its process is gone");
        }
    }

    std::unique_ptr<Store> inner_;
    std::shared_ptr<Weather> weather_;
};

Appended FaultyStore::append(Name m, Version expected, std::span<const LogRow> rows, const Erasure& erasure) {
    arrive("append");
    if (strikes()) {
        if (weather_->random->chance(3)) fail(Failure::Kind::full, "append", "for the disk is full");
        fail(Failure::Kind::unavailable, "append", "before it was made");
    }
    if (weather_->planted == Planted::ack && weather_->random->chance(60)) return Appended::yes;
    if (weather_->planted == Planted::half && rows.size() > 1) rows = rows.first(rows.size() - 1);
    const Appended appended = inner_->append(m, expected, rows, erasure);
    if (dies()) weather_->dead = true;
    if (weather_->dead || strikes()) fail(Failure::Kind::unavailable, "append", "after it was made");
    return appended;
}

}  // namespace

std::unique_ptr<store::Store> faulty(std::unique_ptr<store::Store> inner, std::shared_ptr<Weather> weather) {
    return std::make_unique<FaultyStore>(std::move(inner), std::move(weather));
}

}  // namespace styrkedja::simulation
