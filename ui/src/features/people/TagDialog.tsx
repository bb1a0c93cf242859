/** Puts a tag on people: one that is there already, or a new one. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Button } from "../../components/controls/Button";
import { ComboBox } from "../../components/controls/ComboBox";
import { Dialog } from "../../components/overlays/Dialog";
import { useFormat } from "../../frame/format";
import { type ToMany, useTag } from "./actions";
import { tags } from "./queries";

const FORM = "tag-people";

export interface TagDialogProps extends ToMany {
  isOpen: boolean;
  onClose: () => void;
  count: number;
}

export function TagDialog({ isOpen, onClose, count, whom }: TagDialogProps) {
  const { t } = useLingui();
  const tag = useTag();
  const [text, setText] = useState("");
  const save = () => {
    const name = text.trim();
    if (name === "") return;
    tag.mutate({ whom, tag: name }, {
      onSuccess: () => {
        setText("");
        onClose();
      },
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <Dialog
      title={t`${plural(count, { one: "Tag # person", other: "Tag # people" })}`}
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={t`Close`}
      size="s"
      footer={<Button kind="primary" type="submit" form={FORM} isPending={tag.isPending} isDisabled={text.trim() === ""}><Trans>Tag</Trans></Button>}
    >
      <form id={FORM} onSubmit={submit}>
        <TagField text={text} onText={setText} onEnter={save} />
      </form>
    </Dialog>
  );
}

/** A tag by its name, with those that exist to choose from. Enter takes what is typed, unless a row of the list is marked. */
export function TagField({ text, onText, onEnter }: { text: string; onText: (text: string) => void; onEnter: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const known = useQuery(tags).data ?? [];
  const typed = text.trim().toLocaleLowerCase();
  const options = known
    .filter((one) => one.name.toLocaleLowerCase().includes(typed))
    .slice(0, 50)
    .map((one) => ({ id: one.name, label: one.name, detail: format.number(one.people ?? 0) }));
  const onKeyDown = (event: KeyboardEvent) => {
    const field = event.target as Element;
    if (event.key !== "Enter" || field.getAttribute("aria-activedescendant")) return;
    event.preventDefault();
    event.stopPropagation();
    onEnter();
  };
  return (
    <div onKeyDownCapture={onKeyDown} role="presentation">
      <ComboBox
        label={t`Tag`}
        options={options}
        value={null}
        onChange={(name) => name !== null && onText(name)}
        text={text}
        onText={onText}
        empty={t`A new tag`}
        placeholder={t`Key accounts`}
        free
        autoFocus
      />
    </div>
  );
}
