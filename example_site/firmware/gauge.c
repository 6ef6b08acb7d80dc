#include "gauge.h"

#include <math.h>
#include <string.h>

#define NEAREST 0.3f

/** Speed of sound in air, in metres per second. */
static float speed_of_sound(float celsius)
{
    return SPEED_OF_SOUND * sqrtf(1.0f + celsius / 273.15f);
}

/** Starts with no heights. */
void gauge_init(gauge *self, float mounted_at)
{
    memset(self, 0, sizeof *self);
    self->mounted_at = mounted_at;
}

/** Takes in one echo; one that cannot be true changes nothing. */
echo_status gauge_echo(gauge *self, uint32_t microseconds, float celsius)
{
    const float distance = speed_of_sound(celsius) * (float)microseconds * 0.5e-6f;

    if (distance < NEAREST)
        return ECHO_TOO_NEAR;
    if (distance > self->mounted_at + 1.0f)
        return ECHO_TOO_FAR;
    self->heights[self->next] = self->mounted_at - distance;
    self->next = (uint8_t)((self->next + 1) % WINDOW);
    if (self->filled < WINDOW)
        self->filled++;
    return ECHO_OK;
}

/** Writes the mean of the last heights; false if there is none. */
bool gauge_height(const gauge *self, float *height)
{
    float sum = 0.0f;

    if (self->filled == 0)
        return false;
    for (uint8_t index = 0; index < self->filled; index++)
        sum += self->heights[index];
    *height = sum / (float)self->filled;
    return true;
}
