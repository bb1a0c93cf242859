/** ⌘K / Ctrl-K: finds everything and does everything. What it finds comes from the sources that rooms register. */
import { useLingui } from "@lingui/react/macro";
import { CornerDownLeft, Search } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { SearchField } from "react-aria-components/SearchField";
import { Avatar } from "../components/marks/Avatar";
import { KeyHint } from "../components/marks/KeyHint";
import { doAction, useAction, useOffered } from "../frame/actions";
import { type ActionId, keyedActions } from "../frame/keys";
import { type PaletteItem, type PaletteSource, usePaletteSource, usePaletteSources } from "../frame/palette";
import css from "./Palette.module.css";
import { ranked } from "./ranked";

interface Group {
  id: string;
  heading: string;
  items: readonly PaletteItem[];
}

const MOST = 8;

export function Palette() {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  useAction("palette.open", () => setOpen((open) => !open));
  useActionSource();
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={setOpen} isDismissable className={css.veil}>
      <Modal className={css.modal}>
        <Dialog className={css.sheet} aria-label={t`Find anything, do anything`}>
          <Finder onDone={() => setOpen(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const { groups, answered, of } = useFound(text.trim());
  const choose = (item: PaletteItem) => {
    onDone();
    item.run();
  };
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField className={css.field} aria-label={t`Find`} autoFocus>
        <Search size={18} strokeWidth={1.75} aria-hidden />
        <Input className={css.input} placeholder={t`Find a person, note, promise or command`} dir="auto" />
      </SearchField>
      {/* The keys move in the list while the focus stays in the field; to scroll without choosing, the box takes the focus itself. */}
      <div className={css.results} role="group" aria-label={t`What was found`} aria-busy={of !== text.trim()} tabIndex={0}>
        <Menu
          className={css.menu}
          aria-label={t`Found`}
          items={groups}
          renderEmptyState={() => (answered && text ? <p className={css.none}>{t`Nothing fits “${text}”.`}</p> : null)}
        >
          {(group) => (
            <MenuSection id={group.id} className={css.group}>
              <Header className={css.heading}>{group.heading}</Header>
              {group.items.map((item) => (
                <MenuItem key={item.id} id={`${group.id}:${item.id}`} textValue={item.title} className={css.item} onAction={() => choose(item)}>
                  {item.avatar !== undefined ? <Avatar name={item.avatar} parts={item.parts} size={24} /> : item.icon ? <span className={css.icon}><item.icon size={16} strokeWidth={1.75} aria-hidden /></span> : <span className={css.icon} />}
                  <span className={css.words}>
                    <bdi>{item.title}</bdi>{" "}
                    {item.detail && <span className={css.detail}>{item.detail}</span>}
                  </span>
                  {item.keys ? <KeyHint keys={item.keys} /> : <CornerDownLeft size={14} className={css.enter} aria-hidden />}
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </Menu>
      </div>
    </Autocomplete>
  );
}

interface Found {
  groups: readonly Group[];
  answered: boolean;
  /** What was asked. */
  of: string;
}

/** Asks all sources; what was found before stays until the new answers are there, so that the list never blinks. */
function useFound(text: string): Found {
  const sources = usePaletteSources();
  const [found, setFound] = useState<Found>({ groups: [], answered: false, of: "" });
  useEffect(() => {
    let current = true;
    void Promise.all(sources.map((source) => ask(source, text))).then((groups) => {
      if (current) setFound({ groups: groups.filter((group) => group.items.length > 0), answered: true, of: text });
    });
    return () => {
      current = false;
    };
  }, [sources, text]);
  return found;
}

/** A source that fails is an empty one: the others still answer. */
async function ask({ id, heading, find }: PaletteSource, text: string): Promise<Group> {
  try {
    return { id, heading, items: (await find(text)).slice(0, MOST) };
  } catch {
    return { id, heading, items: [] };
  }
}

/** Every action that is offered now is a command of the palette. */
function useActionSource(): void {
  const { t, i18n } = useLingui();
  const offered = useOffered();
  const items = useMemo(
    () =>
      [...offered]
        .filter((id): id is ActionId => id !== "palette.open")
        .map((id) => ({ id, title: i18n._(keyedActions[id].label), keys: keyedActions[id].keys, run: () => void doAction(id) })),
    [offered, i18n],
  );
  usePaletteSource({ id: "commands", heading: t`Commands`, order: 90, find: (text) => ranked(items, text, (item) => item.title) });
}
