/** The frame of the window once the vault is open: rooms on the left, the bar on top, a page in the middle. */
import { useLingui } from "@lingui/react/macro";
import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { ToastRegion } from "../components/overlays/ToastRegion";
import { useAction } from "../frame/actions";
import type { Room } from "../frame/room";
import { FollowSettings } from "../frame/settings";
import css from "./Frame.module.css";
import { KeyMap } from "./KeyMap";
import { useKeyboard } from "./keyboard";
import { LockAction } from "./LockAction";
import { Palette } from "./Palette";
import { rooms, standing } from "./rooms";
import { Sidebar } from "./Sidebar";
import { Steps } from "./Steps";
import { TopBar } from "./TopBar";

export function Frame() {
  const { t } = useLingui();
  useKeyboard();
  const isComing = useRouterState({ select: (state) => state.isLoading });
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#page" onClick={skip}>{t`Skip to the page`}</a>
      <Sidebar />
      <TopBar />
      <main className={css.page} id="page" tabIndex={-1} aria-busy={isComing}><Outlet /></main>
      <ToastRegion label={t`Messages`} closeLabel={t`Close`} />
      <Palette />
      <KeyMap />
      <LockAction />
      <Steps />
      <FollowSettings />
      {rooms.map((room) => <GoAction key={room.name} room={room} />)}
      {standing.map((Standing, i) => <Standing key={i} />)}
    </div>
  );
}

/** The address is the router's: the jump is made by hand. */
function skip(event: { preventDefault: () => void }) {
  event.preventDefault();
  document.getElementById("page")?.focus();
}

function GoAction({ room }: { room: Room }) {
  const navigate = useNavigate();
  useAction(room.go, () => void navigate({ to: room.path }));
  return null;
}
