package app

import (
	"testing"

	"ecritoire/internal/review"
)

func TestAPersonIsErasedWithAProof(t *testing.T) {
	a, _ := window(t, slow{1})
	id := first(t, a).ID
	d, err := a.Open(id)
	if err != nil {
		t.Fatal(err)
	}
	words := d.Review.Title
	found, err := a.FindPerson(words)
	if err != nil || len(found.Reviews) == 0 {
		t.Fatalf("%+v, %v", found, err)
	}
	if _, err := a.Erase(words, ""); review.Describe(err).Code != "erase_reason" {
		t.Errorf("erased without a reason: %v", err)
	}
	p, err := a.Erase(words, "demande de la personne")
	if err != nil || p.Reviews != len(found.Reviews) || p.Hash == "" || p.At == "" {
		t.Fatalf("%+v, %v", p, err)
	}
	if _, err := a.Open(id); err == nil {
		t.Error("the review is still there")
	}
	all, err := a.Proofs()
	if err != nil || len(all) != 1 || all[0] != p {
		t.Errorf("%+v, %v", all, err)
	}
}

func TestWithoutClocksNothingRunsOut(t *testing.T) {
	a, _ := window(t, slow{1})
	if x, err := a.Expired(); err != nil || len(x.IDs) != 0 {
		t.Errorf("%+v, %v", x, err)
	}
}
