import type { Template } from "./template-schema.ts";

/** The eleven levers for co-creation; labels in our own wording after F. Soeterbroek's essay (2015), chapter 5. */
export const elfHefbomen: Template = {
  id: "elf-hefbomen",
  title: { nl: "Elf hefbomen voor co-creatie", en: "Eleven levers for co-creation" },
  groups: [
    {
      id: "organisch",
      title: {
        nl: "Klein, organisch en door alle schalen",
        en: "Small, organic, across the scales",
      },
      hue: 145,
      levers: [
        {
          id: "h01",
          number: 1,
          title: { nl: "Ontspannen en organisch werken", en: "Work in a relaxed, organic way" },
          hint: { nl: "Gun de tijd zijn werk", en: "Give time its due" },
        },
        {
          id: "h02",
          number: 2,
          title: { nl: "Dansen door de schalen", en: "Dance through the scales" },
          hint: {
            nl: "Van mensenmaat naar vergezicht en terug",
            en: "From human scale to wide view and back",
          },
        },
        {
          id: "h03",
          number: 3,
          title: { nl: "Leren door te proberen", en: "Learn by trying" },
          hint: { nl: "Knutselen, toeval, olievlek", en: "Tinkering, chance, ripple effects" },
        },
        {
          id: "h04",
          number: 4,
          title: { nl: "Snel en klein in actie", en: "Act soon and small" },
          hint: { nl: "Speldenprikken zonder spijt", en: "Pinpricks without regret" },
        },
      ],
    },
    {
      id: "gelijkwaardig",
      title: {
        nl: "Gelijkwaardig, met gezag en dichtbij",
        en: "As equals, with authority, close by",
      },
      hue: 255,
      levers: [
        {
          id: "h05",
          number: 5,
          title: {
            nl: "Open schakelen tussen samen doen en ingrijpen",
            en: "Switch openly between co-creating and stepping in",
          },
          hint: { nl: "Gezag opbouwen", en: "Earn authority" },
        },
        {
          id: "h06",
          number: 6,
          title: { nl: "Partners, geen leerlingen", en: "Partners, not pupils" },
          hint: { nl: "Vertrouwen en gelijkwaardigheid", en: "Trust and equality" },
        },
        {
          id: "h07",
          number: 7,
          title: { nl: "Blijvend dichtbij zijn", en: "Stay close, for the long run" },
          hint: { nl: "Het provinciehuis in de regio", en: "The province's house in the region" },
        },
      ],
    },
    {
      id: "tafels",
      title: { nl: "Labs, arena's en nieuwe tafels", en: "Labs, arenas and new tables" },
      hue: 55,
      levers: [
        {
          id: "h08",
          number: 8,
          title: { nl: "Laten zien wat schuurt", en: "Show where it chafes" },
          hint: { nl: "Geen braaftaal, wel reuring", en: "No tame talk, some stir" },
        },
        {
          id: "h09",
          number: 9,
          title: { nl: "Nieuwe tafelschikkingen", en: "New seating plans" },
          hint: {
            nl: "Labs en arena's die bolwerken openen",
            en: "Labs and arenas that open closed circles",
          },
        },
        {
          id: "h10",
          number: 10,
          title: { nl: "Diagonaal organiseren", en: "Organise diagonally" },
          hint: { nl: "Bijzondere combinaties van mensen", en: "Unusual mixes of people" },
        },
        {
          id: "h11",
          number: 11,
          title: { nl: "Sturen op sociaal kapitaal", en: "Steer on social capital" },
          hint: {
            nl: "Sociale veerkracht, gebiedscoöperaties",
            en: "Social resilience, area co-operatives",
          },
        },
      ],
    },
  ],
  labelSets: [
    {
      id: "scale",
      title: { nl: "Schaal", en: "Scale" },
      labels: [
        { id: "neighbourhood", title: { nl: "Buurt", en: "Neighbourhood" } },
        { id: "municipality", title: { nl: "Gemeente", en: "Municipality" } },
        { id: "region", title: { nl: "Regio", en: "Region" } },
        { id: "province", title: { nl: "Provincie", en: "Province" } },
      ],
    },
    {
      id: "voice",
      title: { nl: "Stem van", en: "Voice of a" },
      labels: [
        { id: "resident", title: { nl: "Bewoner", en: "Resident" } },
        { id: "maker", title: { nl: "Maker", en: "Maker" } },
        { id: "entrepreneur", title: { nl: "Ondernemer", en: "Entrepreneur" } },
        { id: "civil-servant", title: { nl: "Ambtenaar", en: "Civil servant" } },
        { id: "administrator", title: { nl: "Bestuurder", en: "Administrator" } },
      ],
    },
  ],
};
