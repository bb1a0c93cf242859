/** Everyone, as a list of any length: found, sorted, picked, and in the bin. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ArrowLeft, Trash2, UserPlus } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { PersonRow } from "../../bindings/PersonRow";
import { Button } from "../../components/controls/Button";
import { PageHead } from "../../components/layout/Heads";
import { Notice } from "../../components/layout/States";
import { VirtualList } from "../../components/lists/VirtualList";
import { doAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import { useInView } from "../../frame/inView";
import { useKept } from "../../frame/kept";
import { keyedActions } from "../../frame/keys";
import { usePages } from "../../frame/pageQueries";
import { useSentence } from "../../strings/sentences";
import { BulkBar } from "./BulkBar";
import css from "./list.module.css";
import { NobodyHere } from "./NobodyHere";
import { PeopleFilters } from "./PeopleFilters";
import { PeopleRow } from "./PeopleRow";
import { usePeopleView } from "./peopleView";
import { usePicked } from "./picked";
import { peopleCount, peoplePages } from "./queries";

const ROW = 54;

export function PeoplePage() {
  const { t } = useLingui();
  const sentence = useSentence();
  const navigate = useNavigate();
  const people = usePeopleView();
  const { filter, view } = people;
  const pages = usePages<PersonRow>(peoplePages(filter));
  const picked = usePicked(pages, filter);
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = usePlace(pages.listKey, pages.total, list);
  const here = pages.row(active);
  useInView(here && here.binnedAt === null ? { id: here.id, name: here.name } : undefined);

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as Element).closest("input, [role=dialog]")) return;
    if (event.key === "a" && (event.ctrlKey || event.metaKey)) picked.everyone();
    else if (event.key === "Escape" && picked.count > 0) picked.nobody();
    else return;
    event.preventDefault();
  };
  return (
    <div className={css.page} onKeyDown={onKeyDown} role="presentation">
      <Head binned={view.binned} total={pages.total} isOld={pages.isOld} filtered={people.filtered} onBin={(binned) => people.set({ binned })} />
      {/* One takes the place of the other, so that the list below does not move. */}
      {picked.count > 0 ? (
        <BulkBar picked={picked} total={pages.total ?? 0} binned={view.binned} />
      ) : (
        <PeopleFilters people={people} onDown={() => list.current?.focus()} />
      )}
      {pages.error && <div className={css.error}><Notice tone="danger">{sentence(pages.error)}</Notice></div>}
      <div className={css.list}>
        <VirtualList
          label={view.binned ? t`People in the bin` : t`People`}
          pages={pages}
          rowHeight={ROW}
          active={active}
          onActive={setActive}
          onOpen={(row) => void navigate({ to: "/people/$personId", params: { personId: row.id } })}
          onPick={(row, index, to) => (to === undefined ? picked.toggle(row) : picked.reach(index, to))}
          isPicked={picked.has}
          autoFocus
          listRef={list}
          empty={<NobodyHere people={people} />}
        >
          {(row, _, state) => <PeopleRow row={row} picked={state.picked} />}
        </VirtualList>
      </div>
    </div>
  );
}

/** The active row, where one left it: the list comes back at the same place. */
function usePlace(listKey: string, total: number | undefined, list: { current: HTMLDivElement | null }): [number, (index: number) => void] {
  const [kept, keep] = useKept(["people", "place"], { listKey, index: 0 });
  const [place, setPlace] = useState(kept);
  const index = place.listKey === listKey ? place.index : 0;
  const known = total !== undefined;
  useEffect(() => {
    if (known && list.current && index > 0) list.current.scrollTo({ top: Math.max(0, index * ROW - list.current.clientHeight / 2) });
    // Only when the list appears: afterwards it scrolls by itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [known]);
  const set = (to: number) => {
    setPlace({ listKey, index: to });
    keep({ listKey, index: to });
  };
  return [index, set];
}

interface HeadProps {
  binned: boolean;
  total: number | undefined;
  /** The total is still that of the filter before. */
  isOld: boolean;
  filtered: boolean;
  onBin: (binned: boolean) => void;
}

function Head({ binned, total, isOld, filtered, onBin }: HeadProps) {
  const { t } = useLingui();
  const format = useFormat();
  const inBin = useQuery(peopleCount({ binned: true })).data ?? 0;
  const bin = format.number(inBin);
  const now = total === undefined ? undefined : filtered
    ? t`${plural(total, { one: "# person fits", other: "# people fit" })}`
    : binned
      ? t`${plural(total, { 0: "Nobody", one: "# person", other: "# people" })}. Whoever lies here is on no list and in no letter, until you put them back.`
      : t`${plural(total, { 0: "Nobody yet", one: "# person in your book", other: "# people in your book" })}`;
  // Words and number change together: until the new number is there, the whole old line stands.
  const [said, say] = useState(now);
  if (!isOld && said !== now) say(now);
  const line = isOld ? said : now;
  return (
    <div className={css.head}>
      <PageHead
        title={binned ? t`The bin` : t`People`}
        line={line}
        deeds={
          binned ? (
            <Button icon={ArrowLeft} onPress={() => onBin(false)}><Trans>Back to the book</Trans></Button>
          ) : (
            <>
              {inBin > 0 && <Button kind="quiet" icon={Trash2} onPress={() => onBin(true)}><Trans>Bin {bin}</Trans></Button>}
              <Button kind={total === 0 && !filtered ? "outline" : "primary"} icon={UserPlus} keys={keyedActions["people.add"].keys} onPress={() => doAction("people.add")}><Trans>New person</Trans></Button>
            </>
          )
        }
      />
    </div>
  );
}
