// All that a vote needs on a page, so that it travels in one piece: nobody loads it before there is a vote.
export { LeverTotal } from "./lever-total.tsx";
export { VoteBar } from "./vote-bar.tsx";
export { VoteOrder } from "./vote-order.tsx";
export { VoteRow } from "./vote-row.tsx";
