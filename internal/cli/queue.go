package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func (p *program) queue() *cobra.Command {
	c := &cobra.Command{Use: "queue", Args: cobra.NoArgs,
		Short: p.say("La file des brouillons que la machine rédige seule", "The queue of drafts that the machine writes by itself"),
		RunE: func(*cobra.Command, []string) error {
			return errCall.With(errors.New("queue takes add, list, run, pause, resume, first or drop"))
		}}
	c.AddCommand(p.queueAdd(), p.queueList(), p.queueRun(), p.queueFirst(), p.queueDrop(),
		p.queueVerb("pause", p.say("Suspendre la file", "Pause the queue"), func(ctx context.Context, d *desk.Desk) error { return d.Pause(ctx) }),
		p.queueVerb("resume", p.say("Relancer la file", "Let the queue go on"), func(ctx context.Context, d *desk.Desk) error { return d.Resume(ctx, false) }))
	return c
}

// queueVerb is a verb without arguments that ends by showing the queue.
func (p *program) queueVerb(use, short string, act func(context.Context, *desk.Desk) error) *cobra.Command {
	return &cobra.Command{Use: use, Short: short, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return p.onQueue(c.Context(), act) }}
}

func (p *program) onQueue(ctx context.Context, act func(context.Context, *desk.Desk) error) error {
	return p.writing(ctx, func(d *desk.Desk) error {
		if err := act(ctx, d); err != nil {
			return err
		}
		return p.tasks(ctx, d)
	})
}

func (p *program) queueAdd() *cobra.Command {
	var o desk.DraftOptions
	var all bool
	c := &cobra.Command{Use: "add ID… | --all",
		Short: p.say("Demander des brouillons", "Ask for drafts"),
		RunE: func(c *cobra.Command, args []string) error {
			if all == (len(args) > 0) {
				return errCall.With(errors.New("queue add takes numbers, or --all"))
			}
			return p.onQueue(c.Context(), func(ctx context.Context, d *desk.Desk) error { return add(ctx, d, args, o) })
		}}
	c.Flags().BoolVar(&all, "all", false, p.say("tous les avis nouveaux", "all new reviews"))
	c.Flags().StringVar((*string)(&o.Writer), "writer", "", "trame | ollama")
	c.Flags().StringVar(&o.Model, "model", "", p.say("modèle d’ollama", "ollama’s model"))
	return c
}

func add(ctx context.Context, d *desk.Desk, args []string, o desk.DraftOptions) error {
	if len(args) == 0 {
		_, err := d.EnqueueNew(ctx, o)
		return err
	}
	ids, err := numbers(args)
	if err == nil {
		_, err = d.Enqueue(ctx, ids, o)
	}
	return err
}

func (p *program) queueList() *cobra.Command {
	return &cobra.Command{Use: "list", Args: cobra.NoArgs,
		Short: p.say("Voir la file et l’heure de fin estimée", "Show the queue and its estimated end"),
		RunE: func(c *cobra.Command, _ []string) error {
			return p.reading(c.Context(), func(d *desk.Desk) error { return p.tasks(c.Context(), d) })
		}}
}

func (p *program) queueFirst() *cobra.Command {
	return &cobra.Command{Use: "first ID", Args: cobra.ExactArgs(1),
		Short: p.say("Faire passer un brouillon en premier", "Put a draft first"),
		RunE: func(c *cobra.Command, args []string) error {
			ids, err := numbers(args)
			if err != nil {
				return err
			}
			return p.onQueue(c.Context(), func(ctx context.Context, d *desk.Desk) error { return d.First(ctx, ids[0]) })
		}}
}

func (p *program) queueDrop() *cobra.Command {
	var all bool
	c := &cobra.Command{Use: "drop ID… | --all",
		Short: p.say("Retirer des brouillons de la file", "Take drafts out of the queue"),
		RunE: func(c *cobra.Command, args []string) error {
			if all == (len(args) > 0) {
				return errCall.With(errors.New("queue drop takes numbers, or --all"))
			}
			return p.onQueue(c.Context(), func(ctx context.Context, d *desk.Desk) error { return drop(ctx, d, args) })
		}}
	c.Flags().BoolVar(&all, "all", false, p.say("toute la file", "the whole queue"))
	return c
}

func drop(ctx context.Context, d *desk.Desk, args []string) error {
	if len(args) == 0 {
		return d.DropAll(ctx)
	}
	ids, err := numbers(args)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := d.Drop(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) queueRun() *cobra.Command {
	var battery bool
	c := &cobra.Command{Use: "run", Args: cobra.NoArgs,
		Short: p.say("Rédiger la file jusqu’au bout, une ligne par avis", "Write the whole queue, one line per review"),
		RunE: func(c *cobra.Command, _ []string) error {
			return p.writing(c.Context(), func(d *desk.Desk) error { return p.work(c.Context(), d, battery) })
		}}
	c.Flags().BoolVar(&battery, "on-battery", false, p.say("même sur batterie", "even on the battery"))
	return c
}

// work writes the queue. Asked to run on the battery, it also lifts the pause
// that the battery caused; another pause stays the agent's to lift.
func (p *program) work(ctx context.Context, d *desk.Desk, battery bool) error {
	if battery {
		if err := p.allowBattery(ctx, d); err != nil {
			return err
		}
	}
	var told error
	err := d.Work(ctx, desk.WorkOptions{Once: true, Begun: func(review.Task) {},
		Ended: func(_ review.Task, r review.Review, v review.Reply, err error) {
			told = errors.Join(told, p.worked(ctx, d, r, v, err))
		}})
	return errors.Join(err, told)
}

func (p *program) allowBattery(ctx context.Context, d *desk.Desk) error {
	t, err := d.Tasks(ctx)
	if err != nil {
		return err
	}
	d.AllowBattery()
	if t.Paused == review.PauseBattery {
		return d.Resume(ctx, true)
	}
	return nil
}

// worked tells how one draft of the queue ended, and how long the rest takes.
func (p *program) worked(ctx context.Context, d *desk.Desk, r review.Review, v review.Reply, failed error) error {
	if failed != nil {
		p.complain(failed)
	} else if err := p.drafted(r, v); err != nil {
		return err
	}
	t, err := d.Tasks(context.WithoutCancel(ctx))
	if err == nil && t.Waiting > 0 {
		p.note(p.say("encore %d%s\n", "%d left%s\n"), t.Waiting, p.until(t.Left))
	}
	return err
}

// tasks shows the queue of drafts.
func (p *program) tasks(ctx context.Context, d *desk.Desk) error {
	t, err := d.Tasks(ctx)
	if err != nil {
		return err
	}
	if p.json {
		return p.line(t)
	}
	if err := p.printf(p.say("%d en attente, %d en échec%s%s\n", "%d waiting, %d failed%s%s\n"), t.Waiting, t.Failed, p.paused(t.Paused), p.until(t.Left)); err != nil {
		return err
	}
	shown := append(append([]review.Task{}, t.Next...), t.Failing...)
	if t.Running != nil {
		shown = append([]review.Task{*t.Running}, shown...)
	}
	for _, task := range shown {
		if err := p.printf("%6d  %-8s %s %s\n", task.Review, p.taskState(task.State), task.Title, task.Reason); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) taskState(s review.TaskState) string {
	return map[review.TaskState]string{review.TaskWaiting: p.say("attend", "waiting"), review.TaskRunning: p.say("en cours", "running"), review.TaskFailed: p.say("échec", "failed")}[s]
}

func (p *program) paused(why review.Pause) string {
	return map[review.Pause]string{
		review.PauseAgent:   p.say(" ; en pause", "; paused"),
		review.PauseBattery: p.say(" ; attend le secteur", "; waits for the mains"),
		review.PauseFailing: p.say(" ; arrêtée après des échecs", "; stopped after failures"),
	}[why]
}

// until says when the queue should be done; nothing when that is unknown.
func (p *program) until(left float64) string {
	if left == 0 {
		return ""
	}
	return p.say(" ; fin vers ", "; done about ") + time.Now().Add(seconds(left)).Format("15:04") + " (" + span(left) + ")"
}

func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }

// span is a time as people say it: "3 h 20 min", "4 min", "45 s".
func span(s float64) string {
	d := seconds(s)
	if d < time.Minute {
		return fmt.Sprintf("%d s", int(d.Round(time.Second).Seconds()))
	}
	minutes := int(d.Round(time.Minute).Minutes())
	if minutes < 60 {
		return fmt.Sprintf("%d min", minutes)
	}
	return fmt.Sprintf("%d h %02d min", minutes/60, minutes%60)
}
