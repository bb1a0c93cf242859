/** A short list on a person's page whose rows are changed where they stand: addresses, roles, ties, dates. */
import { useLingui } from "@lingui/react/macro";
import { Check, Pencil, Plus, Trash2, X } from "lucide-react";
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from "react";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { useKeptForm } from "../../frame/kept";
import css from "./person.module.css";

export interface PartListProps<Item extends { id: string }, Values extends object> {
  title: string;
  items: readonly Item[];
  addLabel: string;
  /** What a row is called in the names of its buttons. */
  nameOf: (item: Item) => string;
  view: (item: Item) => ReactNode;
  /** More buttons of a row. */
  more?: (item: Item) => ReactNode;
  blank: Values;
  valuesOf: (item: Item) => Values;
  fields: (values: Values, set: (part: Partial<Values>) => void) => ReactNode;
  /** Whether it can be saved as it is. */
  isWhole: (values: Values) => boolean;
  onSave: (values: Values, id: string | undefined, done: () => void) => void;
  onRemove: (item: Item) => void;
  /** Whether this row can be changed here. */
  canEdit?: (item: Item) => boolean;
  keep: string;
}

const NEW = "new";

export function PartList<Item extends { id: string }, Values extends object>(props: PartListProps<Item, Values>) {
  const { t } = useLingui();
  const { title, items, addLabel, nameOf, view, more, blank, valuesOf, onRemove, canEdit, keep } = props;
  const [open, setOpen] = useState<string | null>(null);
  // Where the form stood: the focus goes back there.
  const [left, setLeft] = useState<string | null>(null);
  const close = () => {
    setLeft(open);
    setOpen(null);
  };
  const form = (id: string | undefined, initial: Values) => (
    <PartForm {...props} key={id ?? NEW} id={id} initial={initial} kept={`${keep}-${id ?? NEW}`} onClose={close} />
  );
  return (
    <section className={css.part}>
      <div className={css.partHead}>
        <SectionHead title={title} />
        <Button kind="quiet" size="s" icon={Plus} aria-label={addLabel} onPress={() => setOpen(NEW)} />
      </div>
      <ul className={css.items}>
        {items.map((item) => {
          const name = nameOf(item);
          if (open === item.id) return <li key={item.id}>{form(item.id, valuesOf(item))}</li>;
          return (
            <li key={item.id} className={css.item}>
              {view(item)}
              <span className={css.itemDeeds}>
                {more?.(item)}
                {(canEdit?.(item) ?? true) && <Button kind="quiet" size="s" icon={Pencil} aria-label={t`Change ${name}`} autoFocus={left === item.id} onPress={() => setOpen(item.id)} />}
                <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove ${name}`} onPress={() => onRemove(item)} />
              </span>
            </li>
          );
        })}
        {open === NEW && <li>{form(undefined, blank)}</li>}
      </ul>
      {items.length === 0 && open !== NEW && <Button kind="quiet" size="s" className={css.addFirst} onPress={() => setOpen(NEW)}>{addLabel}</Button>}
    </section>
  );
}

interface PartFormProps<Item extends { id: string }, Values extends object> extends PartListProps<Item, Values> {
  id: string | undefined;
  initial: Values;
  kept: string;
  onClose: () => void;
}

/** What was typed survives Esc: it stands here again when the row is opened the next time. */
function PartForm<Item extends { id: string }, Values extends object>({ id, initial, kept, onClose, fields, isWhole, onSave }: PartFormProps<Item, Values>) {
  const { t } = useLingui();
  const { values, set, forget } = useKeptForm(["people", "part", kept], initial);
  const whole = isWhole(values);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!whole) return;
    onSave(values, id, () => {
      forget();
      onClose();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onClose();
  };
  return (
    <form className={css.partForm} onSubmit={submit} onKeyDown={onKeyDown}>
      {fields(values, set)}
      <div className={css.formDeeds}>
        <Button size="s" type="submit" icon={Check} isDisabled={!whole}>{t`Save`}</Button>
        <Button size="s" kind="quiet" icon={X} onPress={() => { forget(); onClose(); }}>{t`Leave it`}</Button>
      </div>
    </form>
  );
}
