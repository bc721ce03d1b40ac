import { HEADING_MAX_LENGTH } from "@hefboom/board";
import { type SubmitEvent, useId, useState } from "react";

import { useBoard, useOpenBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { clustersOn } from "../use-blocks.ts";
import { useCanHead } from "../use-can-head.ts";
import { useClusterSteps } from "../use-cluster-steps.ts";
import { type Goal, goalsFor } from "./goals.ts";
import css from "./together-form.module.css";

interface TogetherFormProps {
  /** Cards of one lever that are to stand together. */
  cardIds: readonly string[];
  lever: string | null;
  /** Also offers the lever's other cards to go with. */
  withCards?: boolean;
  onDone: () => void;
}

const NEW_CLUSTER: Goal = { value: "", kind: "new", label: "" };

/** Puts cards under a heading: of a cluster there is, or a new one. */
export function TogetherForm({ cardIds, lever, withCards = false, onDone }: TogetherFormProps) {
  const text = useText();
  const formId = useId();
  const steps = useClusterSteps();
  const canHead = useCanHead();
  const goals = useGoals(cardIds, lever);
  const [chosen, setChosen] = useState("");
  const [heading, setHeading] = useState("");
  const [isMissing, setMissing] = useState(false);
  const goal = goals.find(({ value }) => value === chosen) ?? NEW_CLUSTER;
  const isNew = goal.kind !== "cluster";
  const together = goal.kind === "card" ? [goal.cardId, ...cardIds] : cardIds;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const title = heading.trim();
    if (isNew && canHead && title === "") {
      setMissing(true);
      document.getElementById(formId)?.querySelector("input")?.focus();
      return;
    }
    onDone();
    if (isNew) void steps.together(together, { title });
    else void steps.together(cardIds, { title: goal.into.title, into: goal.into });
  };
  const merge = () => {
    onDone();
    void steps.merge(together);
  };
  return (
    <form className={css.form} id={formId} noValidate onSubmit={submit}>
      {(goals.some(({ kind }) => kind === "cluster") || withCards) && (
        <GoalSelect
          goals={goals.filter(({ kind }) => withCards || kind !== "card")}
          onChange={setChosen}
          value={goal.value}
        />
      )}
      {isNew && canHead && (
        <TextField
          autoComplete="off"
          data-autofocus={!withCards}
          error={isMissing && heading.trim() === "" && text("cluster.headingEmpty")}
          hint={text("cluster.headingHint")}
          label={text("cluster.heading")}
          maxLength={HEADING_MAX_LENGTH}
          onChange={(event) => setHeading(event.target.value)}
          value={heading}
        />
      )}
      {isNew && !canHead && <p>{text("cluster.noHeading")}</p>}
      <TogetherButtons onMerge={goal.kind === "card" ? merge : undefined} />
    </form>
  );
}

function TogetherButtons({ onMerge }: { onMerge: (() => void) | undefined }) {
  const text = useText();
  return (
    <div className={css.buttons}>
      <Button type="submit">{text("cluster.put")}</Button>
      {onMerge && (
        <Button onClick={onMerge} variant="quiet">
          {text("cluster.merge")}
        </Button>
      )}
    </div>
  );
}

interface GoalSelectProps {
  goals: readonly Goal[];
  value: string;
  onChange: (value: string) => void;
}

function GoalSelect({ goals, value, onChange }: GoalSelectProps) {
  const text = useText();
  const parts = [
    { label: text("cluster.groups"), goals: goals.filter(({ kind }) => kind === "cluster") },
    { label: text("cluster.cards"), goals: goals.filter(({ kind }) => kind === "card") },
  ];
  return (
    <Select
      label={text("cluster.where")}
      onChange={(event) => onChange(event.target.value)}
      value={value}
    >
      <option value="">{text("cluster.new")}</option>
      {parts
        .filter((part) => part.goals.length > 0)
        .map((part) => (
          <optgroup key={part.label} label={part.label}>
            {part.goals.map((goal) => (
              <option key={goal.value} value={goal.value}>
                {goal.label}
              </option>
            ))}
          </optgroup>
        ))}
    </Select>
  );
}

function useGoals(cardIds: readonly string[], lever: string | null): Goal[] {
  const text = useText();
  const { store } = useOpenBoard();
  const clusters = useBoard((view) => clustersOn(view.clusters, lever));
  const onLever = useBoard(({ cardIdsOn }) => cardIdsOn.get(lever));
  const { cards } = store.getState();
  return goalsFor({ clusters, cards, onLever: onLever ?? [], cardIds }, text("cluster.untitled"));
}
