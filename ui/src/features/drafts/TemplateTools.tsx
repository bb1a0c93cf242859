/** Above a template's text: fields and conditions are put in from here, and the text can be shown as it is written. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Braces, GitBranch } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { Switch } from "../../components/controls/Toggles";
import { FieldDialog } from "./FieldDialog";
import { OnlyIfDialog } from "./OnlyIfDialog";
import own from "./templates.module.css";
import type { Tag } from "./templateTags";

/** A chip that was pressed, and in which half. */
export interface TagToChange {
  tag: Tag;
  inSubject: boolean;
}

export interface TemplateToolsProps {
  isRaw: boolean;
  onRaw: (on: boolean) => void;
  changing: TagToChange | null;
  onChanging: (to: TagToChange | null) => void;
  onInsert: (text: string) => void;
  onWrap: (before: string, after: string) => void;
  onChanged: (what: TagToChange, text: string) => void;
}

export function TemplateTools({ isRaw, onRaw, changing, onChanging, onInsert, onWrap, onChanged }: TemplateToolsProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState<"field" | "rule" | null>(null);
  const close = () => {
    setOpen(null);
    onChanging(null);
  };
  const tag = changing?.tag;
  const field = tag?.kind === "field" ? tag : null;
  const rule = tag?.kind === "if" || tag?.kind === "elif" ? tag : null;
  // The dialog gives the focus back to its button first; then it goes where one writes.
  const then = (run: () => void) => {
    close();
    requestAnimationFrame(run);
  };
  return (
    <div className={own.tools} role="group" aria-label={t`Fields and conditions`}>
      <Button size="s" icon={Braces} onPress={() => setOpen("field")}><Trans>Put in a field</Trans></Button>
      <Button size="s" icon={GitBranch} onPress={() => setOpen("rule")}><Trans>Only if…</Trans></Button>
      <span className={own.toolsEnd}><Switch isSelected={isRaw} onChange={onRaw}>{t`Raw text`}</Switch></span>
      {(open === "field" || field) && (
        <FieldDialog tag={field} onClose={close} onDone={(text) => then(() => (changing ? onChanged(changing, text) : onInsert(text)))} />
      )}
      {(open === "rule" || rule) && (
        <OnlyIfDialog tag={rule} onClose={close} onDone={(before, after) => then(() => (changing ? onChanged(changing, before) : onWrap(before, after)))} />
      )}
    </div>
  );
}
