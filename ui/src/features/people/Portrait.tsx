/** The person's picture, with the menu that changes it. */
import { useLingui } from "@lingui/react/macro";
import { ImagePlus, Trash2 } from "lucide-react";
import { type ChangeEvent, useRef } from "react";
import { Button as Pressable } from "react-aria-components/Button";
import type { Person } from "../../bindings/Person";
import { Avatar } from "../../components/marks/Avatar";
import { Menu } from "../../components/overlays/Menu";
import { toasts } from "../../components/overlays/toasts";
import { useRemove, useSetPicture } from "./partActions";
import css from "./person.module.css";

export function Portrait({ person }: { person: Person }) {
  const { t } = useLingui();
  const set = useSetPicture();
  const remove = useRemove("removePicture");
  const file = useRef<HTMLInputElement>(null);
  const { id, name } = person.row;
  const onChange = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    event.target.value = "";
    if (!chosen) return;
    try {
      set.mutate({ person: id, base64: await base64Of(chosen) });
    } catch {
      toasts.say(t`That picture could not be read. Is it still where it was?`, { tone: "danger" });
    }
  };
  const choose = { id: "choose", label: person.picture ? t`Another picture…` : t`Choose a picture…`, icon: ImagePlus, onDo: () => file.current?.click() };
  return (
    <>
      <Menu label={t`Picture`} deeds={person.picture ? [choose, { id: "remove", label: t`Remove the picture`, icon: Trash2, onDo: () => remove.mutate(id) }] : [choose]}>
        <Pressable className={css.portrait}>
          <span className="unseen">{t`Picture of ${name}`}</span>
          <Avatar name={name} parts={person} size={56} {...(person.picture && { picture: person.picture })} />
        </Pressable>
      </Menu>
      <input ref={file} type="file" accept="image/*" hidden aria-label={t`Picture of ${name}`} onChange={(event) => void onChange(event)} />
    </>
  );
}

/** The bytes as the core takes them: without the head of the `data:` address. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    reader.readAsDataURL(file);
  });
