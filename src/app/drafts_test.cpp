// SPDX-License-Identifier: EUPL-1.2
#include "app/drafts.h"

#include <gtest/gtest.h>

#include "app/app_testing.h"

namespace styrkedja::app {
namespace {

class Drafts : public ::testing::Test {
  protected:
    Drafts() {
        static int made = 0;
        store_ = store::open("memory:drafts-" + std::to_string(++made), store::Access::create);
        Problems problems;
        sequencer_ = std::make_unique<Sequencer>(store_->again(), "staden", counting_clock(), counting_salts(), problems);
        sequencer_->run(command("begin", 0, {create("governance-models", "modell"), set_field("governance-models", "modell", "name", "Styrmodell"),
                                             create("levels", "mal"), set_field("levels", "mal", "model", "modell"), set_field("levels", "mal", "name", "Mål"),
                                             create("goals", "m1"), set_field("goals", "m1", "level", "mal"), set_field("goals", "m1", "name", "Ett")}));
        EXPECT_EQ(sequencer_->known()->version, 1U);
    }

    store::Draft typed(std::string text, Version base) {
        const store::Draft draft{"chef", draft_subject(*find_kind("goals"), "m1", *find_kind("goals")->info->find("description")), base, 0, std::move(text)};
        save_draft(*store_, "staden", draft);
        return store_->drafts("staden", "chef").at(0);
    }
    Outcome leave(const store::Draft& draft, std::string id) {
        const Outcome outcome = sequencer_->run(*draft_command(draft, std::move(id)));
        settle_draft(*store_, "staden", draft, outcome);
        return outcome;
    }

    std::unique_ptr<store::Store> store_;
    std::unique_ptr<Sequencer> sequencer_;
};

TEST_F(Drafts, LeavingTheFieldMakesOneChange) {
    typed("Vi h", 1);
    const store::Draft draft = typed("Vi har arbetat.", 7);
    EXPECT_EQ(draft.base, 1U);   // what the person saw when beginning
    EXPECT_EQ(draft.subject, "goals/m1/description");
    EXPECT_EQ(open_drafts(*store_, *sequencer_->known(), "chef").size(), 1U);
    EXPECT_EQ(leave(draft, "a").what, Outcome::What::done);
    EXPECT_EQ(sequencer_->known()->version, 2U);
    EXPECT_EQ(sequencer_->known()->state.goals.find("m1")->description.text, "Vi har arbetat.");
    EXPECT_TRUE(store_->drafts("staden", "chef").empty());
}

TEST_F(Drafts, ACollisionKeepsTheDraft) {
    const store::Draft draft = typed("Min text", 1);
    sequencer_->run(command("b", 1, {set_field("goals", "m1", "description", "Någon annans")}));
    EXPECT_EQ(leave(draft, "c").what, Outcome::What::collided);
    ASSERT_EQ(store_->drafts("staden", "chef").size(), 1U);
    EXPECT_EQ(store_->drafts("staden", "chef")[0].text, "Min text");
}

TEST_F(Drafts, ADraftWhoseTextIsInTheLogIsNoDraft) {
    const store::Draft draft = typed("Vi har arbetat.", 1);
    sequencer_->run(*draft_command(draft, "d"));   // and the program dies before it drops the draft
    EXPECT_TRUE(open_drafts(*store_, *sequencer_->known(), "chef").empty());
    EXPECT_TRUE(store_->drafts("staden", "chef").empty());
}

TEST_F(Drafts, OfThingsNamedByTheirKeyAndOfNothing) {
    const auto change = change_of({"chef", "comments/m1/analys/ks//vb-2015/text", 1, 0, "Text"});
    ASSERT_TRUE(change);
    EXPECT_EQ(change->id, "m1/analys/ks//vb-2015");
    for (const char* subject : {"", "goals", "goals/m1", "goals/m1/nothing", "nothing/m1/name"}) {
        EXPECT_FALSE(change_of({"chef", subject, 1, 0, "Text"})) << subject;
    }
}

}  // namespace
}  // namespace styrkedja::app
