import { drawButton } from './draw-card';
import type { Template } from './graph/message-shapes';
import type { ScreenContent } from './screen-contract';

type Of<Kind extends Template['template_type']> = Extract<Template, { template_type: Kind }>;

export function drawMedia(template: Of<'media'>, files: ReadonlyMap<string, string>): ScreenContent {
  const [media] = template.elements;
  return {
    kind: 'media',
    type: media?.media_type ?? 'image',
    url: media?.url ?? files.get(media?.attachment_id ?? '') ?? null,
    buttons: (media?.buttons ?? []).map(drawButton),
  };
}

export function drawGrid(template: Of<'image_grid'>): ScreenContent {
  const [grid] = template.elements;
  return {
    kind: 'grid',
    images: (grid?.images ?? []).map(({ url, is_hero_image: hero }) => ({ url, hero: hero ?? false })),
    ...(grid?.title ? { title: grid.title } : {}),
    ...(grid?.subtitle ? { subtitle: grid.subtitle } : {}),
    buttons: (grid?.buttons ?? []).map(drawButton),
  };
}

type Airline = Of<'airline_itinerary' | 'airline_checkin' | 'airline_boardingpass' | 'airline_update'>;

/** The airlines' templates of 2016: what is said, the booking, and each flight in a row. */
export function drawFlight(template: Airline): ScreenContent {
  const flights = [
    ...(template.flight_info ?? []),
    ...(template.update_flight_info ? [template.update_flight_info] : []),
  ];
  return {
    kind: 'flight',
    text: template.intro_message,
    rows: [
      ...(template.pnr_number ? [{ label: 'Booking', value: template.pnr_number }] : []),
      ...flights.map(({ flight_number: label, departure_airport: from, arrival_airport: to }) => ({
        label,
        value: `${from.airport_code} → ${to.airport_code}`,
      })),
    ],
  };
}
