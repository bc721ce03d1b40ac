import css from "./icon.module.css";

/** Drawn on 24 × 24, stroked with the text's colour. */
const paths = {
  add: "M12 5v14M5 12h14",
  back: "M15 5l-7 7 7 7",
  bell: "M6 17v-6a6 6 0 0 1 12 0v6l1.5 1.500h-15zM10 21h4",
  cards: "M8 4h12v12H8zM4 8v12h12",
  check: "M5 12.5l4.5 4.5L19 7.5",
  clear: "M9 20l-4.500-4.500L14 5l6 5.500L11.500 20zM4 20h16M9.500 10l5.500 5.500",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5V12l3 2",
  close: "M6 6l12 12M18 6L6 18",
  copy: "M9 9h10v11H9zM5 15V4h10",
  device: "M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM11 18h2",
  down: "M6 9l6 6 6-6",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  drawer: "M4 13l3-8h10l3 8v6H4zM4 13h5l1 2.5h4l1-2.5h5",
  edit: "M4 20l1-5L16 4l4 4L9 19z",
  fit: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  forward: "M9 5l7 7-7 7",
  group: "M4 8h7M4 12h7M4 16h7M15 4h2a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-2",
  hand: "M7.5 12.5V6a1.5 1.5 0 0 1 3 0v5M10.5 11V4.5a1.5 1.5 0 0 1 3 0V11M13.5 11V5.5a1.5 1.5 0 0 1 3 0V12M16.5 9a1.5 1.5 0 0 1 3 0v5.5a6.5 6.5 0 0 1-6.5 6.5c-2.6 0-4-.9-5.4-3L4.5 14a1.6 1.6 0 0 1 2.6-1.8l.4.3",
  heart:
    "M12 20.5C5.5 16 3 12.7 3 9.2A4.6 4.6 0 0 1 12 7.500a4.6 4.6 0 0 1 9 1.700c0 3.500-2.5 6.800-9 11.300z",
  hidden:
    "M4 4l16 16M9.5 5.3A9.6 9.6 0 0 1 12 5c5 0 8.3 4 9.5 7a13 13 0 0 1-2.8 4M6.3 7.3A13 13 0 0 0 2.5 12c1.2 3 4.5 7 9.5 7a9.5 9.5 0 0 0 4.3-1M10 10.2a3 3 0 0 0 4 4",
  info: "M12 11v6M12 7.5v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  language:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3.5 9.5h17M3.5 14.5h17M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4.2 4.2 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4.2 4.2 0 0 0 6 6l1-1",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1",
  lock: "M6 11h12v9H6zM8.5 11V7.500a3.500 3.500 0 0 1 7 0V11",
  log: "M4.500 9A8 8 0 1 1 4 12.500M4.500 4v5h5M12 8v4.500l3 2",
  map: "M4 5h7v6H4zM13 5h7v10h-7zM4 13h7v6H4z",
  minus: "M5 12h14",
  more: "M4.5 12a1 1 0 1 0 2 0 1 1 0 0 0-2 0zM11 12a1 1 0 1 0 2 0 1 1 0 0 0-2 0zM17.5 12a1 1 0 1 0 2 0 1 1 0 0 0-2 0z",
  move: "M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3",
  offline:
    "M4 4l16 16M8.5 14.5a5 5 0 0 1 5-1.3M5 11a10 10 0 0 1 4-2.4M13 7.6A10.5 10.5 0 0 1 19.5 11M12 18.5v.1",
  pause: "M8 5v14M16 5v14",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.300.8 3.5 2.700 3.5 5.5",
  personOff:
    "M9.5 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-4 3-6 6.5-6 1.400 0 2.700.3 3.800 1M15.5 15.500l5 5M20.5 15.500l-5 5",
  plan: "M4 6h10M18 6h2M4 12h2M10 12h10M4 18h8M16 18h4M16 4v4M8 10v4M14 16v4",
  play: "M8 5l11 7-11 7z",
  point:
    "M12 5c5 0 8.3 4 9.5 7-1.2 3-4.5 7-9.5 7s-8.3-4-9.5-7C3.7 9 7 5 12 5zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  print: "M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z",
  refresh:
    "M20 11a8 8 0 0 0-14.5-4L4 8.5M4 4v4.5h4.5M4 13a8 8 0 0 0 14.5 4l1.5-1.5M20 20v-4.5h-4.5",
  screen: "M3 4h18v12H3zM12 16v4M8 20h8",
  stop: "M6.5 6.500h11v11h-11z",
  trash: "M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5",
  undo: "M8 5L4 9l4 4M4 9h10.500a5 5 0 0 1 0 10H9",
  unlock: "M6 11h12v9H6zM8.5 11V7.500a3.500 3.500 0 0 1 6.800-1.200",
  up: "M6 15l6-6 6 6",
  upload: "M12 16V5M7 9l5-5 5 5M5 20h14",
  vote: "M4 11h16v9H4zM8 15.5h8M8 11l4-8 4 8",
  warning: "M12 9v5M12 17v.1M12 3.5L2.5 20h19z",
} as const;
export type IconName = keyof typeof paths;

interface IconProps {
  name: IconName;
  /** Spoken name; without one the icon is decoration beside a text. */
  label?: string;
}

export function Icon({ name, label }: IconProps) {
  const wording = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or decoration
    <svg {...wording} className={css.icon} viewBox="0 0 24 24">
      <path d={paths[name]} />
    </svg>
  );
}
