/** Channel by segment: what is planned beside what went on in the last year, and who could be reached at all. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Check, TriangleAlert } from "lucide-react";
import { type CSSProperties, type KeyboardEvent, useRef, useState } from "react";
import type { Canvas } from "../../bindings/Canvas";
import type { Channel } from "../../bindings/Channel";
import type { ChannelMatrix } from "../../bindings/ChannelMatrix";
import type { MatrixCell } from "../../bindings/MatrixCell";
import { EmptyState } from "../../components/layout/States";
import { join } from "../../components/join";
import { channelIcons } from "../../frame/channelIcons";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useMeansName } from "../../strings/channels";
import { usePlanChannel } from "./actions";
import css from "./tables.module.css";
import { matrixOf } from "./queries";
import { usePeopleWords } from "./Figures";
import { MakeSegment } from "./MakeSegment";

/** Fewer than this say nothing: they are shown grey, with their number. */
const ENOUGH = 5;

export function MatrixView({ canvas }: { canvas: Canvas }) {
  const { t } = useLingui();
  const { data: matrix } = useQuery(matrixOf(canvas.id));
  if (!matrix) return null;
  if (matrix.segments.length === 0) return <EmptyState title={t`No segments yet`} text={t`Once there are segments, this table shows through which channels each of them is served, and who answers.`}><MakeSegment /></EmptyState>;
  if (matrix.channels.length === 0) return <EmptyState title={t`No channels yet`} text={t`Write a note about a channel, or log a touchpoint, and this table shows who is reached through it.`} />;
  return <Matrix canvas={canvas} matrix={matrix} />;
}

function Matrix({ canvas, matrix }: { canvas: Canvas; matrix: ChannelMatrix }) {
  const { t } = useLingui();
  const means = useMeansName();
  const people = usePeopleWords();
  const plan = usePlanChannel();
  const table = useRef<HTMLTableElement>(null);
  const [[row, column], goTo] = useState<readonly [number, number]>([0, 0]);
  const { segments, counts, channels, rows, answerDays } = matrix;
  const at = [Math.min(row, channels.length - 1), Math.min(column, segments.length - 1)] as const;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const [to, over] = [bounded(at[0] + step[0], channels.length), bounded(at[1] + step[1], segments.length)];
    event.preventDefault();
    goTo([to, over]);
    // The first row and the first cell are heads.
    table.current?.rows[to + 1]?.cells[over + 1]?.querySelector("button")?.focus();
  };
  return (
    <div className={css.box}>
      <p className={css.line}>{t`The last year of your book, and what the sheet plans. An answer is what comes within ${answerDays} days. Press a cell to plan a channel for a segment.`}</p>
      <div className={css.scroll}>
        <table ref={table} className={css.matrix} aria-label={t`Channels by segment`} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <td />
              {segments.map(({ id, name, hue }, i) => (
                <th key={id} scope="col" style={{ "--hue": hue ? `var(--hue-${hue})` : "var(--line-strong)" } as CSSProperties}>
                  <bdi>{name}</bdi>
                  <span className={css.count}>{counts[i] === null || counts[i] === undefined ? t`not counted` : people(counts[i])}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {channels.map((channel, i) => (
              <tr key={channel}>
                <th scope="row"><ChannelName channel={channel} /></th>
                {segments.map((segment, j) => {
                  const cell = rows[i]?.[j];
                  return cell && (
                    <Cell
                      key={segment.id}
                      cell={cell}
                      count={counts[j] ?? 0}
                      name={`${means(channel)}, ${isolated(segment.name)}`}
                              isStop={at[0] === i && at[1] === j}
                      onFocus={() => goTo([i, j])}
                      onPlan={(planned) => plan.mutate({ canvas: canvas.id, segment: segment.id, channel, planned, text: means(channel) })}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const steps: Partial<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const bounded = (at: number, of: number) => Math.max(0, Math.min(of - 1, at));

function ChannelName({ channel }: { channel: Channel }) {
  const means = useMeansName();
  const Icon = channelIcons[channel];
  return <span className={css.channel}><Icon size={16} strokeWidth={1.75} aria-hidden />{means(channel)}</span>;
}

interface CellProps {
  cell: MatrixCell;
  count: number;
  name: string;
  isStop: boolean;
  onFocus: () => void;
  onPlan: (planned: boolean) => void;
}

function Cell({ cell, count, name, isStop, onFocus, onPlan }: CellProps) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useCellWords();
  const { planned, reach, people } = cell;
  const lived = people > 0;
  const few = count < ENOUGH;
  return (
    <td>
      <button
        type="button"
        className={join(css.cell, planned && css.planned, few && css.few)}
        style={{ "--part": `${Math.round((100 * people) / Math.max(count, 1))}%` } as CSSProperties}
        tabIndex={isStop ? 0 : -1}
        aria-pressed={planned}
        onFocus={onFocus}
        onClick={() => onPlan(!planned)}
      >
        <span className="unseen">{name}, </span>
        <span className={css.mark}>
          {planned && lived && <><Check size={13} strokeWidth={2.5} aria-hidden />{t`planned`}</>}
          {planned && !lived && <><TriangleAlert size={13} strokeWidth={2} aria-hidden />{t`planned, not lived`}</>}
          {!planned && lived && <span className={css.quiet}>{t`not planned`}</span>}
          {!planned && !lived && <span className={css.quiet} aria-hidden>–</span>}
        </span>
        {words(cell, count).map((word) => <span key={word} className={css.figure}><span className="unseen">, </span>{word}</span>)}
        <span className={css.reach} style={{ "--part": `${Math.round((100 * reach) / Math.max(count, 1))}%` } as CSSProperties} title={format.percent(reach / Math.max(count, 1))} />
      </button>
    </td>
  );
}

/** What a cell says below its plan: figures that mean something, each with what it is a part of. */
function useCellWords(): (cell: MatrixCell, count: number) => string[] {
  const { t } = useLingui();
  return ({ reach, people, touches, asked, answered, minutes, minutesN }, count) => {
    const words: string[] = [];
    if (people > 0) words.push(t`${plural(touches, { one: "# touchpoint", other: "# touchpoints" })} with ${people} of ${count}`);
    if (asked > 0) words.push(t`${answered} of ${asked} answered`);
    if (minutesN > 0) words.push(t`${minutes} min in ${minutesN} of them`);
    words.push(t`reaches ${reach} of ${count}`);
    return words;
  };
}
