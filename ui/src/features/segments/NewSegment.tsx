/** Makes a segment from anywhere; who asks may hear of it, as the canvas does when a note is bound to a new one. */
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Segment } from "../../bindings/Segment";
import { Button } from "../../components/controls/Button";
import { Dialog } from "../../components/overlays/Dialog";
import { useAction } from "../../frame/actions";
import { SegmentForm } from "./SegmentForm";

const FORM = "new-segment";

/** Stands on every page. */
export function NewSegment() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [heard, setHeard] = useState<{ by: ((segment: Segment) => void) | undefined } | null>(null);
  useAction("segments.new", (said) => setHeard({ by: said?.onMade }));
  const close = () => setHeard(null);
  const made = (segment: Segment) => {
    close();
    if (heard?.by) heard.by(segment);
    else void navigate({ to: "/segments", search: { show: segment.id } as never });
  };
  return (
    <Dialog
      title={t`A new segment`}
      isOpen={heard !== null}
      onClose={close}
      closeLabel={t`Close`}
      size="l"
      footer={<Button kind="primary" type="submit" form={FORM}>{t`Make the segment`}</Button>}
    >
      {heard && <SegmentForm id={FORM} onSaved={made} autoFocus />}
    </Dialog>
  );
}
