/* Height of the water from the echo of an ultrasonic sensor. */
#ifndef TIDEWATCH_GAUGE_H
#define TIDEWATCH_GAUGE_H

#include <stdbool.h>
#include <stdint.h>

/** Speed of sound at 0 °C, in metres per second. */
#define SPEED_OF_SOUND 331.3f

/** How many echoes are smoothed into one height. */
#define WINDOW 8

/** What became of an echo. */
typedef enum {
    ECHO_OK,
    ECHO_TOO_NEAR,
    ECHO_TOO_FAR,
} echo_status;

/** A sensor and the last heights that it measured. */
typedef struct gauge {
    float mounted_at; /**< height of the sensor above chart datum, in metres */
    float heights[WINDOW];
    uint8_t next;
    uint8_t filled;
} gauge;

void gauge_init(gauge *self, float mounted_at);
echo_status gauge_echo(gauge *self, uint32_t microseconds, float celsius);
bool gauge_height(const gauge *self, float *height);

#endif
