import { type ClusterView, HEADING_MAX_LENGTH } from "@hefboom/board";
import { type SubmitEvent, useState } from "react";

import { useCanHead } from "../../../parts/cluster/use-can-head.ts";
import { useClusterSteps } from "../../../parts/cluster/use-cluster-steps.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import css from "./choosing.module.css";

interface ClusterDialogProps {
  cluster: ClusterView;
  onClose: () => void;
}

/** Another heading, or the cluster as one card, or no cluster at all. */
export function ClusterDialog({ cluster, onClose }: ClusterDialogProps) {
  const text = useText();
  const steps = useClusterSteps();
  const canHead = useCanHead();
  const andClose = (step: () => Promise<void>) => () => {
    onClose();
    void step();
  };
  return (
    <Dialog
      closeLabel={text("dialog.close")}
      onClose={onClose}
      shape="box"
      title={text("cluster.edit", { title: cluster.title || text("cluster.untitled") })}
    >
      {canHead ? (
        <HeadingForm cluster={cluster} onClose={onClose} />
      ) : (
        <p>{text("cluster.headingByStaff")}</p>
      )}
      <Button onClick={andClose(() => steps.setMerged(cluster, true))} variant="quiet">
        <Icon name="copy" />
        {text("cluster.merge")}
      </Button>
      <Button onClick={andClose(() => steps.split(cluster))} variant="quiet">
        <Icon name="close" />
        {text("cluster.split")}
      </Button>
    </Dialog>
  );
}

function HeadingForm({ cluster, onClose }: ClusterDialogProps) {
  const text = useText();
  const steps = useClusterSteps();
  const [heading, setHeading] = useState(cluster.title);
  const [isMissing, setMissing] = useState(false);
  const rename = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (heading.trim() === "") return setMissing(true);
    onClose();
    if (heading.trim() !== cluster.title) void steps.rename(cluster, heading);
  };
  return (
    <form className={css.form} noValidate onSubmit={rename}>
      <TextField
        autoComplete="off"
        data-autofocus
        error={isMissing && heading.trim() === "" && text("cluster.headingEmpty")}
        label={text("cluster.heading")}
        maxLength={HEADING_MAX_LENGTH}
        onChange={(event) => setHeading(event.target.value)}
        value={heading}
      />
      <Button type="submit">{text("cluster.saveHeading")}</Button>
    </form>
  );
}
