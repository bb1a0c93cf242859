/** The rooms, with what is waiting in each. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Lock } from "lucide-react";
import { KeyHint } from "../components/marks/KeyHint";
import { doAction } from "../frame/actions";
import { useFormat } from "../frame/format";
import { keyedActions } from "../frame/keys";
import type { Room } from "../frame/room";
import css from "./Frame.module.css";
import { rooms } from "./rooms";

const noCount = () => undefined;

export function Sidebar() {
  const { t } = useLingui();
  return (
    <nav className={css.nav} aria-label={t`Rooms`}>
      <div className={css.brand}>{t`Rapport`}</div>
      <ul className={css.items}>{rooms.filter((room) => room.place === "main").map((room) => <Entry key={room.name} room={room} />)}</ul>
      <ul className={css.foot}>
        {rooms.filter((room) => room.place === "foot").map((room) => <Entry key={room.name} room={room} />)}
        <li>
          <button type="button" className={css.item} title={t`Lock`} aria-keyshortcuts={shortcut("vault.lock")} onClick={() => doAction("vault.lock")}>
            <Lock size={16} strokeWidth={1.75} aria-hidden />
            <span className={css.label}>{t`Lock`}</span>
            <KeyHint keys={keyedActions["vault.lock"].keys} />
          </button>
        </li>
      </ul>
    </nav>
  );
}

function Entry({ room }: { room: Room }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const useCount = room.useCount ?? noCount;
  const count = useCount();
  const label = i18n._(room.label);
  return (
    <li>
      <Link to={room.path} className={css.item} activeOptions={{ exact: room.path === "/" }} title={label} aria-keyshortcuts={shortcut(room.go)}>
        <room.icon size={16} strokeWidth={1.75} aria-hidden />
        <span className={css.label}>{label}</span>
        {count !== undefined && count > 0 && <span className={css.number}>{format.number(count)}</span>}
      </Link>
    </li>
  );
}

/** In the form that assistive software reads. */
const shortcut = (id: keyof typeof keyedActions) => keyedActions[id].keys.replace("mod", navigator.platform.startsWith("Mac") ? "Meta" : "Control");
